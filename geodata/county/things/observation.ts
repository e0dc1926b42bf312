/** Five observation points, and a reporter in every village: after a shock their reports give a map within minutes. */
import type { County } from '../county.ts'
import type { DemoFeature, Position } from '../demo.ts'
import { padded } from '../duty/grid.ts'
import { distance, isInside, rounded } from '../geometry/plane.ts'
import { point } from '../geometry/shapes.ts'
import type { Cell } from '../ground/cells.ts'

/** The towns with an observation point, and what each has. */
const STATIONS: readonly (readonly [town: string, equipment: string])[] = [
  ['dongshan', '强震仪、GNSS'],
  ['yunling', '测震仪、地下流体'],
  ['nanling', '强震仪、断层气'],
  ['songying', '强震仪、水位'],
  ['qingbai', '测震仪、GNSS'],
]

export function observationFeatures(county: County): DemoFeature[] {
  const stations = STATIONS.map(([id, equipment]): DemoFeature => {
    const town = county.towns.find((each) => each.id === id)!
    const community = town.communities.at(-1)!
    return {
      properties: {
        name: `${town.short.zh}观测点`,
        name_en: `${town.short.en} Observation Point`,
        kind: 'station',
        address: community.name,
        equipment,
        managed_by: `${county.plan.name.zh}县应急管理局`,
        inspected_on: '2026-03-12',
      },
      geometry: point(inField(community.cells)),
    }
  })
  const reporters = county.communities
    .filter(({ kind }) => kind === 'village')
    .map(
      ({ name, name_en, at, cells }): DemoFeature => ({
        properties: {
          name: `${name}灾情速报点`,
          name_en: `${name_en} Damage Reporting Point`,
          kind: 'reporter',
          address: name,
          managed_by: `${name}民委员会`,
        },
        geometry: point(houseNear(at, cells)),
      }),
    )
  return [...stations, ...reporters].map((feature, i) => ({
    ...feature,
    properties: { code: `GC${padded(i + 1, 3)}`, ...feature.properties },
  }))
}

/** In the village's own land, though its middle may lie on a road that is a border. */
function houseNear(at: Position, cells: readonly Cell[]): Position {
  const away = (cell: Cell) => distance(cell.middle, at)
  const own = cells.filter((cell) => isInside(cell.ring, cell.middle))
  return rounded(own.reduce((best, cell) => (away(cell) < away(best) ? cell : best)).middle)
}

/** Away from traffic. */
const inField = (cells: readonly Cell[]): Position =>
  rounded(cells.reduce((best, cell) => (cell.area > best.area ? cell : best)).middle)
