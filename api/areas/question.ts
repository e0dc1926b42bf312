/** Reads the body of a question about an area. Everything that is not exactly right is refused by name. */
import { findLayer, type Layer } from '#geodata/layers/index.ts'
import type { Visitor } from '../access/visitor.ts'
import { calendarDay } from '../http/parameters.ts'
import { layerProblem, Problem } from '../http/problem.ts'
import { demandSeen, seenLayers } from '../layers/seen.ts'
import { chineseDay } from '../layers/states.ts'
import type { ObjectKey } from '../responsibility/responsible.ts'
import { type Drawn, readDrawn } from './shape.ts'

export const LIST_LIMIT = { standard: 100, maximum: 1000 } as const
export const MAXIMUM_PICKED = 500
const MAXIMUM_OFFSET = 10_000_000
const MAXIMUM_ID = 2 ** 31 - 1
const MEMBERS = ['geometry', 'picked', 'at', 'layers', 'list']

export interface AreaQuestion {
  readonly area: { readonly drawn: Drawn } | { readonly picked: readonly ObjectKey[] }
  readonly day: string
  /** To be counted: without a choice, all that the visitor sees but the ground that everything lies on. */
  readonly layers: readonly Layer[]
  readonly list: { readonly layer: Layer; readonly limit: number; readonly offset: number } | undefined
}

export function readAreaQuestion(body: unknown, visitor: Visitor): AreaQuestion {
  if (!isObject(body)) throw new Problem(400, 'area_missing')
  const unknown = Object.keys(body).find((name) => !MEMBERS.includes(name))
  if (unknown !== undefined) {
    const name = unknown.slice(0, 100)
    throw new Problem(400, 'area_member_unknown', { field: name }, { name, known: MEMBERS.join(', ') })
  }
  const { geometry, picked, at, layers, list } = body
  if ((geometry === undefined) === (picked === undefined)) throw new Problem(400, 'area_missing')
  const question = {
    area: picked === undefined ? { drawn: readDrawn(geometry) } : { picked: readPicked(picked) },
    day: readDay(at),
    layers: layers === undefined ? seenLayers(visitor).filter(({ isGround }) => !isGround) : readLayers(layers),
    list: list === undefined ? undefined : readList(list),
  }
  demandSeen(visitor, [...question.layers, ...(question.list ? [question.list.layer] : [])])
  return question
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isWhole = (value: unknown, minimum: number, maximum: number): value is number =>
  Number.isInteger(value) && (value as number) >= minimum && (value as number) <= maximum

function readDay(at: unknown): string {
  if (at === undefined) return chineseDay()
  const day = typeof at === 'string' ? calendarDay(at) : undefined
  if (day === undefined) throw new Problem(400, 'day_invalid', { field: 'at' })
  return day
}

/** Each of them once. */
function readPicked(picked: unknown): ObjectKey[] {
  const problem = () => new Problem(400, 'area_pick_invalid', { field: 'picked' }, { maximum: MAXIMUM_PICKED })
  if (!Array.isArray(picked) || picked.length === 0 || picked.length > MAXIMUM_PICKED) throw problem()
  const keys = picked.map((one: unknown): ObjectKey => {
    if (!isObject(one) || typeof one.layer !== 'string' || !isWhole(one.id, 1, MAXIMUM_ID)) throw problem()
    if (findLayer(one.layer)?.geometry !== 'MultiPolygon') throw problem()
    return { layer: one.layer, id: one.id }
  })
  return [...new Map(keys.map((key) => [`${key.layer}/${key.id}`, key])).values()]
}

function readLayers(layers: unknown): Layer[] {
  const problem = () => new Problem(400, 'area_layers_invalid', { field: 'layers' })
  if (!Array.isArray(layers) || layers.length === 0 || new Set(layers).size < layers.length) throw problem()
  return layers.map((id: unknown) => {
    if (typeof id !== 'string') throw problem()
    return layerOf(id)
  })
}

function readList(list: unknown): AreaQuestion['list'] {
  const problem = () => new Problem(400, 'area_list_invalid', { field: 'list' }, { maximum: LIST_LIMIT.maximum })
  if (!isObject(list) || typeof list.layer !== 'string') throw problem()
  if (Object.keys(list).some((name) => !['layer', 'limit', 'offset'].includes(name))) throw problem()
  const { layer, limit = LIST_LIMIT.standard, offset = 0 } = list
  if (!isWhole(limit, 1, LIST_LIMIT.maximum) || !isWhole(offset, 0, MAXIMUM_OFFSET)) throw problem()
  return { layer: layerOf(layer as string), limit, offset }
}

function layerOf(id: string): Layer {
  const layer = findLayer(id)
  if (!layer) throw layerProblem(id)
  return layer
}
