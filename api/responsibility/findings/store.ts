import type { Words } from '#geodata/layers/index.ts'
import { findRole, ROLES } from '#geodata/responsibility/roles.ts'
import type { Queryable } from '../../database/database.ts'
import { type Sql, sql } from '../../database/sql.ts'
import { FINDING_KINDS, type Filter, type FindingKind, layerOrder } from './question.ts'
import { findingRows } from './rows.ts'

export interface Finding {
  readonly kind: FindingKind
  readonly role: string
  /** The object; null of an overload, which is about all that the person carries. */
  readonly layer: string | null
  readonly object_id: number | null
  readonly title: string | null
  readonly code: string | null
  readonly scheme: string | null
  readonly level: number | null
  /** In degrees; null of what has no place on the map. */
  readonly bbox: readonly [number, number, number, number] | null
  readonly point: readonly [number, number] | null
  readonly assignment_id: number | null
  readonly person: {
    readonly id: number
    readonly name: string
    readonly name_en: string | null
    readonly organisation: string
    readonly organisation_en: string | null
  } | null
  /** The day on which it ended (`expired`), or on which the person was gone (`left`). */
  readonly since: string | null
  /** Of a line: the stretches that it is about, and their metres together. */
  readonly metres: number | null
  readonly gaps: readonly { readonly chainage_from_m: number; readonly chainage_to_m: number }[] | null
  /** Of an overload: objects or households that the person carries, as the band counts. */
  readonly figure: number | null
  readonly band: { readonly of: 'objects' | 'households'; readonly maximum: number; readonly source: Words } | null
}

/** One page of what is wrong, in the order of the catalogue and then of codes; and how much there is in all. */
export async function readFindings(
  database: Queryable,
  kind: FindingKind,
  filter: Filter,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ matched: number; findings: Finding[] }> {
  const rows = findingRows(kind, filter)
  if (!rows) return { matched: 0, findings: [] }
  const order = sql`array_position(${layerOrder}::text[], layer), scheme, level, code, object_id,
    array_position(${roleOrder}::text[], role), figure desc, person_id, assignment_id`
  const found = await database.query<Finding>(sql`
    select ${kind}::text as kind, role, layer, object_id, title, code, scheme, level,
      case when geom is not null then json_build_array(ST_XMin(geom), ST_YMin(geom), ST_XMax(geom), ST_YMax(geom)) end as bbox,
      case when geom is not null then (select json_build_array(ST_X(at), ST_Y(at)) from ST_PointOnSurface(geom) as at) end as point,
      assignment_id, ${PERSON} as person, since, metres, gaps, figure
    from (select * from (${rows}) as found order by ${order} limit ${limit}::integer offset ${offset}::integer) as page
    order by ${order}`)
  const findings = found.map((finding) => ({ ...finding, band: finding.kind === 'overloaded' ? bandOf(finding.role) : null }))
  const complete = offset === 0 && findings.length < limit
  return { matched: complete ? findings.length : await count(database, rows), findings }
}

const roleOrder = ROLES.map(({ id }) => id)

const PERSON = sql`(
  select json_build_object('id', people.id, 'name', people.name, 'name_en', people.name_en,
    'organisation', organisations.name, 'organisation_en', organisations.name_en)
  from people join organisations on organisations.id = people.organisation_id where people.id = page.person_id)`

function bandOf(role: string): Finding['band'] {
  const { of, maximum, source } = findRole(role)!.band!
  return { of, maximum, source }
}

async function count(database: Queryable, rows: Sql): Promise<number> {
  const [row] = await database.query<{ count: number }>(sql`select count(*)::integer as count from (${rows}) as found`)
  return row!.count
}

export interface FindingCount {
  readonly kind: FindingKind
  readonly layer: string | null
  readonly scheme: string | null
  readonly role: string
  readonly count: number
  readonly metres: number | null
}

/** How many findings there are of each kind, layer, scheme and role. One kind after another, so that other questions find a connection. */
export async function countFindings(database: Queryable, filter: Filter): Promise<FindingCount[]> {
  const counts: FindingCount[] = []
  for (const kind of FINDING_KINDS) {
    const rows = findingRows(kind, filter)
    if (!rows) continue
    counts.push(
      ...(await database.query<FindingCount>(sql`
        select ${kind}::text as kind, layer, scheme, role, count(*)::integer as count, sum(metres) as metres
        from (${rows}) as found group by layer, scheme, role
        order by array_position(${layerOrder}::text[], layer), scheme, array_position(${roleOrder}::text[], role)`)),
    )
  }
  return counts
}
