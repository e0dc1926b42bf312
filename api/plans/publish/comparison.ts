/** Before and after, grid by grid. Works on drafts that are not finished. */
import { fromGaussKruger } from '#geodata/crs/gauss_kruger.ts'
import { cellsOf, type Fabric } from '#geodata/fabric/fabric.ts'
import { dissolve } from '#geodata/fabric/outline.ts'
import { codeOf, differenceOf, englishName, isNew, type Measures } from '#geodata/planning/index.ts'
import type { OpenPlan } from '../open.ts'
import { lineageOf, multiPolygon } from './publication.ts'

const MM_PER_M = 1000
/** The ninth grid comes before the tenth. */
const BY_NAME = new Intl.Collator('zh-CN', { numeric: true })
const SRID_BASE = 920_000

interface Side {
  readonly measures: Measures
  readonly shape: object
}

export function comparisonOf({ plan, land, fabric, draft, counter }: OpenPlan): object[] {
  const { added, changed, ended } = differenceOf(fabric, draft, plan.scheme).grids
  const lineage = lineageOf(fabric, draft, plan.scheme, differenceOf(fabric, draft, plan.scheme))
  const side = (state: Fabric, id: string): Side | null => {
    const cells = cellsOf(state, id)
    return cells.length === 0
      ? null
      : { measures: counter.ofCells(cells), shape: inDegrees(dissolve(cells), land.srid - SRID_BASE) }
  }
  const row = (kind: 'new' | 'changed' | 'ended', id: string) => {
    const [was, now] = [kind === 'new' ? null : side(fabric, id), kind === 'ended' ? null : side(draft, id)]
    const grid = (kind === 'ended' ? fabric : draft).grids.get(id)!
    return {
      id,
      code: isNew(id) ? null : codeOf(id),
      name: grid.name,
      name_en: englishName(land.names_en, fabric, grid),
      level: grid.level + 1,
      kind,
      before: was?.measures ?? null,
      after: now?.measures ?? null,
      before_shape: was?.shape ?? null,
      after_shape: now?.shape ?? null,
      predecessors: lineage.filter(({ to }) => to === id).map(({ from }) => from),
      successors: lineage.filter(({ from }) => from === id).map(({ to }) => to),
    }
  }
  const rows = [
    ...added.map(({ id }) => row('new', id)),
    ...changed.map(({ id }) => row('changed', id)),
    ...ended.map(({ id }) => row('ended', id)),
  ]
  return rows.sort((one, other) => one.level - other.level || BY_NAME.compare(one.name, other.name))
}

function inDegrees(polygons: Parameters<typeof multiPolygon>[0], meridian: number): object {
  const coordinates = multiPolygon(polygons).map((rings) =>
    rings.map((ring) =>
      ring.map(([x, y]) =>
        fromGaussKruger([x / MM_PER_M, y / MM_PER_M], meridian).map((degrees) => Math.round(degrees * 1e9) / 1e9),
      ),
    ),
  )
  return { type: 'MultiPolygon', coordinates }
}
