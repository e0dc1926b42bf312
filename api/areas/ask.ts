/** What is in an area: counts by layer, households and people, and a list with who is responsible. */
import { findLayer, LAYERS, type Layer } from '#geodata/layers/index.ts'
import { type Limits, NO_LIMITS } from '#tiles/territory.ts'
import { hasRight, type Visitor } from '../access/visitor.ts'
import type { Database, Queryable } from '../database/database.ts'
import { Problem } from '../http/problem.ts'
import type { LayerLimits } from '../layers/limits.ts'
import { keyOf, type Responsible, readResponsible } from '../responsibility/responsible.ts'
import type { Area } from './inside.ts'
import type { AreaQuestion } from './question.ts'
import { checkDrawn, checkSize } from './shape.ts'
import { type Count, countInside, type Listed, listInside, readPickedArea } from './store.ts'

interface CountAnswer {
  readonly layer: string
  readonly count: number
  /** Of lines. */
  readonly inside_m?: number
  /** Of areas. */
  readonly inside_m2?: number
}

export interface Sums {
  readonly households: number
  readonly population: number
  /** Counted dwelling by dwelling; where there is none inside, cells by the share of their area. */
  readonly basis: 'household_points' | 'unit_cells'
  /** Codes of the territories in which the asker sees how many live where: only what lies there counts. Left out where he does everywhere. */
  readonly territories?: readonly string[]
}

export interface AreaAnswer {
  readonly at: string
  readonly area_m2: number
  readonly layers: readonly CountAnswer[]
  /** Left out for those who may not see them. */
  readonly sums?: Sums
  readonly list?: {
    readonly layer: string
    readonly matched: number
    readonly limit: number
    readonly offset: number
    readonly items: readonly (Listed & { readonly responsible?: readonly Responsible[] })[]
  }
}

export async function askArea(
  database: Database,
  allLimits: LayerLimits,
  question: AreaQuestion,
  visitor: Visitor,
): Promise<AreaAnswer> {
  const { area, day, layers, list } = question
  const area_m2 = await checkArea(database, area)
  const counted = [...new Set([...layers, ...(list ? [list.layer] : [])])]
  const seesPeople = hasRight(visitor, 'households.read')
  const needed = seesPeople ? [...new Set([...counted, DWELLINGS])] : counted
  const limits = await allLimits.of(visitor, needed)
  const [counts, items] = await Promise.all([
    countInside(database, area, day, needed, limits),
    list ? listInside(database, area, day, list, limits) : [],
  ])
  const countOf = (layer: Layer) => counts.find((one) => one.layer === layer.id)!
  return {
    at: day,
    area_m2,
    layers: LAYERS.filter((layer) => layers.includes(layer)).map((layer) => countAnswer(layer, countOf(layer))),
    ...(seesPeople ? { sums: await sumsOf(database, area, day, counts, limits) } : {}),
    ...(list
      ? {
          list: {
            layer: list.layer.id,
            matched: countOf(list.layer).count,
            limit: list.limit,
            offset: list.offset,
            items: await withResponsible(database, list.layer, items, day, visitor),
          },
        }
      : {}),
  }
}

const DWELLINGS = findLayer('household_points')!
const CELLS = findLayer('unit_cells')!

/** Refuses an area that can't be asked about; answers its size in square metres. */
export const checkArea = (database: Queryable, area: Area): Promise<number> =>
  'drawn' in area ? checkDrawn(database, area.drawn) : checkPicked(database, area.picked)

async function checkPicked(database: Queryable, picked: Extract<Area, { picked: unknown }>['picked']): Promise<number> {
  const { area_m2, missing } = await readPickedArea(database, picked)
  if (missing) throw new Problem(404, 'area_pick_missing', { field: 'picked' }, { layer: missing.layer, id: missing.id })
  checkSize(area_m2)
  return area_m2
}

const countAnswer = ({ id, geometry }: Layer, { count, inside }: Count): CountAnswer => ({
  layer: id,
  count,
  ...(geometry === 'Point' ? {} : geometry === 'MultiPolygon' ? { inside_m2: inside! } : { inside_m: inside! }),
})

/** Cells are many, and asked for only where they are needed. */
async function sumsOf(database: Queryable, area: Area, day: string, counts: readonly Count[], limits: Limits): Promise<Sums> {
  const of = (layer: Layer, among: readonly Count[]) => among.find((one) => one.layer === layer.id)
  const dwellings = of(DWELLINGS, counts)!
  const territories = limits.get(DWELLINGS.id)
  // Cells are seen by everybody, but the sum of a limited asker is that of his own.
  const cellLimits = territories ? new Map([[CELLS.id, territories]]) : NO_LIMITS
  const counted = territories ? undefined : of(CELLS, counts)
  const basis =
    dwellings.count > 0 ? dwellings : (counted ?? of(CELLS, await countInside(database, area, day, [CELLS], cellLimits))!)
  return {
    households: Math.round(basis.households ?? 0),
    population: Math.round(basis.population ?? 0),
    basis: basis === dwellings ? 'household_points' : 'unit_cells',
    ...(territories ? { territories } : {}),
  }
}

async function withResponsible(database: Queryable, layer: Layer, items: readonly Listed[], day: string, visitor: Visitor) {
  if (!hasRight(visitor, 'responsibility.read')) return items
  const keys = items.map(({ id }) => ({ layer: layer.id, id }))
  const people = await readResponsible(database, keys, day, visitor)
  return items.map((item) => ({ ...item, responsible: people.get(keyOf({ layer: layer.id, id: item.id })) ?? [] }))
}
