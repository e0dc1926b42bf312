/**
 * Grids that divide no land: class B by trade, for an area and without a shape of its own; class C a key site, a shape inside a grid of
 * class A. They are set up and retired one by one, without a plan: nobody's border moves.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { numberCodes } from '#geodata/planning/index.ts'
import { act, actorOf } from '../access/act.ts'
import { visitorOf } from '../access/gate.ts'
import { demandIn } from '../access/visitor.ts'
import { readDrawn } from '../areas/shape.ts'
import { queueForWriting } from '../assignments/store.ts'
import type { Database, Transaction } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { invalid, readBody, readInteger, readString } from '../http/body.ts'
import { readParameters } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { queuePublication } from '../plans/publish/publish.ts'
import { readUsedNumbers } from '../plans/publish/write.ts'
import { lockScheme } from './store.ts'

const WRITE = { config: { right: 'plans.publish' } } as const

export function otherGridRoutes(app: FastifyInstance, database: Database): void {
  app.post<{ Params: { scheme: string } }>('/api/schemes/:scheme/grids', WRITE, async (request, reply) => {
    readParameters(request, [])
    const body = readBody(request, ['class', 'name', 'level', 'territory_code', 'geometry'])
    if (body.class !== 'B' && body.class !== 'C') throw invalid('class')
    const [name, level] = [readString(body, 'name', 100), readInteger(body, 'level', 1, 9)]
    const site = body.class === 'C' ? readDrawn(body.geometry).text : null
    const territory = body.class === 'B' ? readString(body, 'territory_code', 12) : ''
    if (body.class === 'B' && (!/^(\d{9}|\d{12})$/.test(territory) || body.geometry !== undefined))
      throw invalid('territory_code')
    const scheme = request.params.scheme
    const grid = await act(database, actorOf(request), async (transaction) => {
      await queuePublication(transaction)
      const { levels } = await lockScheme(transaction, scheme)
      if (level > levels.length) throw invalid('level')
      const place =
        site === null ? { prefix: territory.padEnd(12, '0'), parent_code: null } : await placeOf(transaction, scheme, site)
      demandIn(visitorOf(request), 'plans.publish', place.prefix.replace(/0{3}$/, ''))
      const code = await nextCode(transaction, scheme, place.prefix)
      return insertGrid(transaction, {
        scheme,
        level,
        class: body.class as string,
        code,
        name,
        parent_code: place.parent_code,
        site,
      })
    })
    reply.code(201)
    return grid
  })

  app.post<{ Params: { scheme: string; code: string } }>('/api/schemes/:scheme/grids/:code/retire', WRITE, async (request) => {
    readParameters(request, [])
    readBody(request, [])
    return act(database, actorOf(request), (transaction) => retire(transaction, request))
  })
}

interface Place {
  /** Of the community that it lies in. */
  readonly prefix: string
  readonly parent_code: string
}

/** The grid of class A and the community around a site. Refuses with `site_outside` what reaches beyond one grid. */
async function placeOf(transaction: Transaction, scheme: string, site: string): Promise<Place> {
  const [place] = await transaction.query<Place>(sql`
    with site as (select ST_SetSRID(ST_GeomFromGeoJSON(${site}), 4326) as geom)
    select left(cell.code, 12) as prefix, grids.code as parent_code
    from site join grids on ST_Intersects(grids.geom, ST_PointOnSurface(site.geom))
    join unit_cells as cell on cell.valid_to is null and ST_Intersects(cell.geom, ST_PointOnSurface(site.geom))
    where grids.scheme = ${scheme} and grids.class = 'A' and grids.valid_to is null
      and grids.level = (select max(level) from scheme_level where scheme = ${scheme})
      and ST_IsValid(site.geom) and ST_Area(ST_Difference(site.geom, grids.geom)::geography) <= 1
    order by grids.id limit 1`)
  if (!place) throw new Problem(422, 'site_outside', { field: 'geometry' })
  return place
}

async function nextCode(transaction: Transaction, scheme: string, prefix: string): Promise<string> {
  const { grids } = await readUsedNumbers(transaction, scheme, prefix)
  const numbered = numberCodes([{ id: 'one', prefix, middle: [0, 0] }], grids)
  if ('full' in numbered) throw new Problem(409, 'codes_exhausted', {}, { prefix })
  return numbered.codes.get('one')!
}

interface NewGrid {
  readonly scheme: string
  readonly level: number
  readonly class: string
  readonly code: string
  readonly name: string
  readonly parent_code: string | null
  readonly site: string | null
}

async function insertGrid(transaction: Transaction, grid: NewGrid): Promise<object> {
  const [row] = await transaction.query<object>(sql`
    insert into grids (scheme, level, class, code, name, parent_code, canonical)
    select ${grid.scheme}, ${grid.level}, ${grid.class}, ${grid.code}, ${grid.name}, ${grid.parent_code}::text,
      ST_Multi(ST_SnapToGrid(ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON(${grid.site}::text), 4326),
        (select ST_SRID(canonical) from unit_cells where valid_to is null limit 1)), 1))
    returning id, scheme, level, class, code, name, parent_code`)
  return row!
}

/** It and its people end today; a grid of class A is merged by a plan instead. */
async function retire(
  transaction: Transaction,
  request: FastifyRequest<{ Params: { scheme: string; code: string } }>,
): Promise<object> {
  const { scheme, code } = request.params
  const [grid] = await transaction.query<{ id: number; class: string }>(sql`
    select id, class from grids where scheme = ${scheme} and code = ${code} and valid_to is null for update`)
  if (!grid) throw new Problem(404, 'record_not_found', {}, { id: code.slice(0, 30) })
  demandIn(visitorOf(request), 'plans.publish', code)
  if (grid.class === 'A') throw new Problem(409, 'grid_has_land')
  await queueForWriting(transaction)
  await transaction.query(sql`
    update assignments set valid_to = greatest(valid_from, today())
    where layer = 'grids' and object_id = ${grid.id} and (valid_to is null or valid_to > today())`)
  const [row] = await transaction.query<object>(sql`
    update grids set valid_to = greatest(valid_from, today()), state = 'retired' where id = ${grid.id}
    returning id, scheme, code, state, valid_to`)
  return row!
}
