/** Hydrants beside the main roads of the town, no more than 120 m apart but for one stretch, and other water for engines. */

import type { DemoFeature, Position } from '../county/demo.ts'
import { aside, distance, lengthOf, METRE, rounded, walk } from '../county/geometry/plane.ts'
import { randomStream } from '../county/geometry/random.ts'
import type { Land } from './cells.ts'
import { settlementAt } from './land.ts'
import type { River } from './rivers.ts'
import type { Network, Road } from './roads.ts'
import { point } from './shapes.ts'

/** GB 50974-2014 asks for 120 m at most; bends make the straight distance a little shorter, never longer. */
const SPACING = 112 * METRE
/** On this road a stretch was never fitted out: between these distances from its start no hydrant stands. */
const GAP = { road: 'heping', from: 560 * METRE, to: 880 * METRE }
const MAIN_ROADS = ['national', 'county', 'wenchang', 'ring', 'heping', 'jiankang']

const day = (year: number, month: number, date: number) =>
  `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`

export function hydrantFeatures({ roads }: Network): DemoFeature[] {
  const random = randomStream('hydrants')
  const stands = MAIN_ROADS.flatMap((id) => standsAlong(roads.find((road) => road.id === id)!))
  return stands.map(({ road, at }, i) => {
    const luck = random.next()
    const [usable, state] =
      luck < 0.84
        ? ['yes', 'intact']
        : luck < 0.9
          ? ['no', random.pick(['damaged', 'blocked', 'out_of_service'])]
          : luck < 0.94
            ? ['no', 'low_pressure']
            : ['unknown', null]
    const built = usable === 'unknown' ? null : random.integer(2009, 2023)
    const ring = road.name.class === 'street' || road.name.class === 'national'
    const works = usable === 'yes'
    return {
      properties: {
        code: `XHS${String(i + 1).padStart(4, '0')}`,
        kind: i % 37 === 18 ? 'filling_column' : 'hydrant',
        usable: usable!,
        state: state ?? null,
        record_state: 'normal',
        road_name: road.name.name,
        placement: random.chance(0.85) ? 'above_ground' : 'underground',
        outlets: 'DN100 + 2×DN65',
        network_form: ring ? 'ring' : 'branch',
        pipe_diameter_mm: ring ? random.pick([200, 300]) : 150,
        pressure_mpa: works ? Math.round(random.between(16, 32)) / 100 : state === 'low_pressure' ? 0.08 : null,
        flow_l_s: works ? random.integer(15, 28) : state === 'low_pressure' ? 9 : null,
        utility: '泽陵县水务公司',
        managed_by: '青柏镇专职消防队',
        installed_on: built ? day(built, random.integer(3, 11), random.integer(1, 28)) : null,
        inspected_on: usable === 'unknown' ? null : day(2026, random.integer(1, 3), random.integer(1, 28)),
      },
      geometry: point(at),
    }
  })
}

/** Where the road runs through the town, on its right side, 1 m behind the kerb. */
function standsAlong(road: Road): { road: Road; at: Position }[] {
  const stands: { road: Road; at: Position }[] = []
  const beside = (along: number) => {
    const { point: at, direction } = walk(road.line, along)
    return rounded(aside(at, direction, -(road.name.width_m / 2 + 1) * METRE))
  }
  const length = lengthOf(road.line)
  for (let along = 30 * METRE; along < length - 10 * METRE; ) {
    const at = beside(along)
    const { settlement, out } = settlementAt(at)
    const inGap = road.id === GAP.road && along > GAP.from && along < GAP.to
    if (settlement.kind === 'built_up' && out < 1.15 && !inGap) stands.push({ road, at })
    // On the outside of a bend the kerb is longer than the middle of the road.
    let step = SPACING
    while (distance(beside(along + step), at) > 119 * METRE) step -= 2 * METRE
    along += step
  }
  return stands
}

type Source = readonly [
  name: string,
  name_en: string,
  kind: string,
  usable: string,
  capacity: number | null,
  dry: boolean | null,
  suction: number | null,
  access: boolean,
  parking: number | null,
]

const SOURCES: readonly (readonly [at: readonly [number, number], ...Source])[] = [
  [[3865, 2925], '第一初级中学消防水池', 'No. 1 Middle School Fire Pool', 'pool', 'yes', 320, null, 2.4, true, 2],
  [[6060, 2870], '柳庄铸件厂消防水池', 'Liuzhuang Foundry Fire Pool', 'pool', 'yes', 540, null, 3.1, true, 3],
  [[4680, 3160], '燃气储配站消防水池', 'Gas Depot Fire Pool', 'pool', 'yes', 400, null, 2.2, true, 2],
  [[4060, 740], '南岭村消防水池', 'Nanling Village Fire Pool', 'pool', 'unknown', 120, null, null, true, 1],
  [[960, 4300], '西窑头村消防水池', 'Xiyaotou Village Fire Pool', 'pool', 'no', 150, null, 3.0, false, 1],
  [[1100, 6240], '后寨村蓄水池', 'Houzhai Village Storage Pool', 'pool', 'yes', 200, null, 1.8, true, 1],
  [[5790, 6120], '石门水库取水码头', 'Shimen Reservoir Intake Wharf', 'wharf', 'yes', null, true, 4.5, true, 4],
  [[5830, 6400], '石门水库', 'Shimen Reservoir', 'natural', 'yes', 386_000, true, 4.5, true, 4],
  [[4230, 4330], '赵庄村坑塘', 'Zhaozhuang Village Pond', 'natural', 'yes', 3800, false, 2.0, true, 1],
  [[5650, 2490], '柳庄村坑塘', 'Liuzhuang Village Pond', 'natural', 'no', 2100, false, 3.5, false, null],
]

export function waterSourceFeatures(land: Land, rivers: readonly River[]): DemoFeature[] {
  const { line } = rivers.find((river) => river.id === 'baijian')!
  const bank = (share: number, name: string, name_en: string, dry: boolean): DemoFeature => {
    const { point: at, direction } = walk(line, lengthOf(line) * share)
    return source(land, rounded(aside(at, direction, 7 * METRE)), [
      name,
      name_en,
      'wharf',
      dry ? 'yes' : 'unknown',
      null,
      dry,
      5.2,
      true,
      2,
    ])
  }
  return [
    ...SOURCES.map(([[x, y], ...rest]) => source(land, [x * METRE, y * METRE], rest)),
    bank(0.445, '国道桥取水码头', 'National Road Bridge Intake Wharf', true),
    bank(0.665, '南关桥取水码头', 'Nanguan Bridge Intake Wharf', true),
    bank(0.2, '石门村取水点', 'Shimen Village Intake Point', false),
  ].map((feature, i) => ({ ...feature, properties: { code: `SY${String(i + 1).padStart(3, '0')}`, ...feature.properties } }))
}

const source = (
  land: Land,
  at: Position,
  [name, name_en, kind, usable, capacity, dry, suction, access, parking]: Source,
): DemoFeature => {
  const town = land.cellAt(at)!.code.startsWith('411825200') ? '云岭乡人民政府' : '青柏镇人民政府'
  return {
    properties: {
      name,
      name_en,
      kind,
      usable,
      record_state: 'normal',
      capacity_m3: capacity,
      usable_in_dry_season: dry,
      suction_height_m: suction,
      vehicle_access: access,
      parking_places: parking,
      managed_by: town,
      inspected_on: usable === 'unknown' ? null : '2026-02-20',
    },
    geometry: point(at),
  }
}
