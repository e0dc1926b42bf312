// What the plan's sources hold: cells, grids of the scheme on every level, and their names with a figure.
import { cellsOf, type Fabric, type Grid } from '#geodata/fabric/index.ts'
import { isInside } from '#geodata/planning/index.ts'
import type { Session } from '../editor/editor.ts'
import { nameIn } from '../editor/grid_names.ts'
import { bandsOf, stateIn } from '../land/band.ts'
import { namePlace } from '../land/features.ts'

type Feature = GeoJSON.Feature

export function cellFeature({ scope, shapes }: Session, fabric: Fabric, id: string): Feature {
  const face = fabric.faces.get(id)!
  return { type: 'Feature', geometry: shapes.cell(face), properties: { id, inside: isInside(scope, face.community) } }
}

const aboveLowest = (fabric: Fabric, { scheme, level }: Grid): number => fabric.schemes.get(scheme)!.levels - 1 - level

export function gridFeature({ shapes, scope }: Session, fabric: Fabric, id: string, chosen: string | null): Feature | null {
  const grid = fabric.grids.get(id)
  if (!grid || grid.retired) return null
  const inside = cellsOf(fabric, id).some(({ community }) => isInside(scope, community))
  // Of what lies outside, only the cells along the border are known: no outline of a higher level could be right.
  if (!inside && aboveLowest(fabric, grid) > 0) return null
  const geometry = shapes.grid(fabric, id)
  if (!geometry) return null
  return {
    type: 'Feature',
    geometry,
    properties: { id, inside, above: aboveLowest(fabric, grid), locked: grid.locked, chosen: id === chosen },
  }
}

export interface NameWords {
  readonly language: string
  readonly figure: (households: number) => string
  readonly locked: string
}

export function nameFeature(session: Session, fabric: Fabric, id: string, words: NameWords): Feature | null {
  const grid = fabric.grids.get(id)
  if (!grid || grid.retired) return null
  const faces = cellsOf(fabric, id)
  const place = namePlace(faces)
  if (!place || !faces.some(({ community }) => isInside(session.scope, community))) return null
  const measures = session.counter.ofCells(faces)
  const states = bandsOf(session.land.rules, grid.level).map((band) => stateIn(band, measures[band.measure]))
  const state = states.find((one) => one !== 'inside')
  // Also by a sign: colour alone tells too few.
  const mark = state === 'above' ? ' ▲' : state === 'below' ? ' ▼' : ''
  return {
    type: 'Feature',
    geometry: session.shapes.point(place),
    properties: {
      id,
      above: aboveLowest(fabric, grid),
      name: nameIn(words.language, session, grid),
      figure: `\n${words.figure(measures.households)}${mark}${grid.locked ? ` · ${words.locked}` : ''}`,
      out: state !== undefined,
    },
  }
}

/** Grids of the plan's scheme. */
export const gridsOf = (session: Session, fabric: Fabric): string[] =>
  [...fabric.grids.values()].filter((grid) => grid.scheme === session.scope.scheme && !grid.retired).map(({ id }) => id)

export const collection = (features: readonly (GeoJSON.Feature | null)[]): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features: features.filter((feature) => feature !== null),
})
