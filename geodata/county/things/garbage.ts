/** The rural chain of waste: bins and boxes beside the houses, stations in the towns, transfer, the county's treatment plant. */
import type { County } from '../county.ts'
import type { DemoFeature, Position, Properties } from '../demo.ts'
import { apportion } from '../duty/divide.ts'
import { padded } from '../duty/grid.ts'
import { between, distance, locate, METRE, rounded } from '../geometry/plane.ts'
import type { Random } from '../geometry/random.ts'
import { point } from '../geometry/shapes.ts'
import { KM } from '../ground/board.ts'
import type { Cell } from '../ground/cells.ts'
import type { Town } from '../people/communities.ts'
import type { Dwelling } from '../people/dwellings.ts'

/** Towns whose numbers of bins and boxes are known. */
const KNOWN: Readonly<Partial<Record<Town['id'], { readonly bins: number; readonly boxes: number }>>> = {
  zhuyuan: { bins: 560, boxes: 110 },
  nanling: { bins: 1500, boxes: 0 },
}
/** Elsewhere one point for so many households; fewer live in scattered farms, and have a way to go. */
const HOUSEHOLDS_A_POINT = 20

export function garbageFeatures(county: County, dwellings: readonly Dwelling[]): DemoFeature[] {
  const random = county.plan.random('garbage')
  const byCell = new Map<Cell, Dwelling[]>()
  for (const dwelling of dwellings) {
    const held = byCell.get(dwelling.cell)
    if (held) held.push(dwelling)
    else byCell.set(dwelling.cell, [dwelling])
  }
  const points = county.towns.flatMap((town) => pointsOf(county, town, byCell, random))
  return [...points, ...stations(county)].map((feature, i) => ({
    ...feature,
    properties: { code: `LJ${padded(i + 1, 5)}`, ...feature.properties },
  }))
}

function pointsOf(county: County, town: Town, byCell: ReadonlyMap<Cell, Dwelling[]>, random: Random): DemoFeature[] {
  const cells = town.communities.flatMap((community) => community.cells).filter(({ households }) => households >= 6)
  const known = KNOWN[town.id]
  const households = cells.map((cell) => cell.households)
  const total = known ? known.bins + known.boxes : Math.max(cells.length, Math.round(sum(households) / HOUSEHOLDS_A_POINT))
  const least = cells.length > total ? cells.toSorted((a, b) => b.households - a.households).slice(0, total) : cells
  const counts = apportion(
    total,
    least.map((cell) => cell.households),
    (i) => byCell.get(least[i]!)!.length,
  )
  const boxEvery = known ? (known.boxes ? total / known.boxes : 0) : town.kind === 'subdistrict' ? 0 : 6
  let given = 0
  return least.flatMap((cell, i) =>
    spread(byCell.get(cell)!, counts[i]!).map((dwelling): DemoFeature => {
      given++
      const box = boxEvery > 0 && Math.floor(given / boxEvery) > Math.floor((given - 1) / boxEvery)
      return {
        properties: pointProperties(county, dwelling, box, counts[i]!, random),
        geometry: point(towardsEdge(cell.ring, dwelling.at)),
      }
    }),
  )
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

function pointProperties(county: County, { cell, address }: Dwelling, box: boolean, inCell: number, random: Random): Properties {
  const { name, town } = county.communityOf.get(cell.face)!
  const urban = cell.landUse === 'built_up'
  return {
    form: box ? 'box' : 'bin',
    waste_class: box
      ? 'mixed'
      : urban
        ? random.pick(['kitchen', 'other', 'other', 'recyclable', 'hazardous'])
        : random.pick(['other', 'kitchen']),
    state: random.chance(0.92) ? 'intact' : random.pick(['damaged', 'damaged', 'missing', 'out_of_service']),
    address: `${address}旁`,
    container_count: box ? 1 : Math.max(1, Math.round(cell.households / inCell / 9)),
    collections_per_week: urban ? 7 : 3,
    managed_by: urban ? `${town.name}环卫所` : `${name}保洁队`,
  }
}

/** So many of the dwellings, each as far as can be from those chosen before. */
function spread(dwellings: readonly Dwelling[], count: number): Dwelling[] {
  const chosen = [dwellings.reduce((a, b) => (b.households > a.households ? b : a))]
  const away = dwellings.map((dwelling) => distance(dwelling.at, chosen[0]!.at))
  while (chosen.length < count) {
    const next = away.indexOf(Math.max(...away))
    chosen.push(dwellings[next]!)
    dwellings.forEach((dwelling, i) => {
      away[i] = Math.min(away[i]!, distance(dwelling.at, dwellings[next]!.at))
    })
  }
  return chosen
}

/** From a dwelling towards the nearest border of its cell, up to 5 m before it. */
function towardsEdge(ring: readonly Position[], from: Position): Position {
  let best: { at: Position; away: number } | undefined
  ring.forEach((a, i) => {
    const b = ring[(i + 1) % ring.length]!
    const { along, away } = locate([a, b], from)
    if (!best || away < best.away) best = { at: between(a, b, along / distance(a, b)), away }
  })
  return rounded(between(from, best!.at, Math.max(0, 1 - (5 * METRE) / best!.away)))
}

type Station = readonly [x: number, y: number, name: string, name_en: string, form: string, capacity: number]

const large = ({ plan }: County): readonly Station[] => [
  [9.3, 10.1, '怀阳压缩式垃圾转运站', 'Huaiyang Waste Transfer Station', 'transfer_station', 160],
  [19.5, 10.7, '码头镇压缩式垃圾转运站', 'Matou Town Waste Transfer Station', 'transfer_station', 80],
  [5.3, 5.7, '南岭镇压缩式垃圾转运站', 'Nanling Town Waste Transfer Station', 'transfer_station', 60],
  [18.2, 8.3, `${plan.name.zh}县生活垃圾处理厂`, `${plan.name.en} County Waste Treatment Plant`, 'treatment_plant', 600],
]

/** A collection station outside every other seat, and the county's great works. */
function stations(county: County): DemoFeature[] {
  const small = county.towns
    .filter(({ id, kind }) => kind !== 'subdistrict' && !['matou', 'nanling'].includes(id))
    .map(
      ({ name, name_en, at: [x, y] }): Station => [
        x / KM + 0.72,
        y / KM - 0.31,
        `${name}垃圾收集站`,
        `${name_en} Waste Collection Station`,
        'station',
        12,
      ],
    )
  return [...large(county), ...small].map(([x, y, name, name_en, form, capacity]) => {
    const { cell, community } = county.placeAt([x * KM, y * KM])
    return {
      properties: {
        name,
        name_en,
        form,
        waste_class: 'mixed',
        state: 'intact',
        address: community.name,
        capacity_t_d: capacity,
        collections_per_week: 7,
        managed_by: form === 'station' ? `${community.town.name}环卫所` : `${county.plan.name.zh}县城市管理局`,
      },
      geometry: point(rounded(cell.middle)),
    }
  })
}
