import { describe, expect, it } from 'vitest'
import { distance, distanceToLine, isInside, lineOf, pointOf, ringsOf } from '../county/geometry.ts'
import { layer, withProperty } from './town.ts'

const [county] = withProperty('administrative_areas', 'level', 'county')
const POINT_LAYERS = [
  'household_points',
  'garbage_points',
  'outfalls',
  'geohazard_points',
  'key_sites',
  'monitoring_stations',
  'hydrants',
  'water_sources',
  'shelters',
]

it.each(POINT_LAYERS)('%s lie inside the county', (id) => {
  for (const feature of layer(id))
    expect(isInside(ringsOf(county!)[0]!, pointOf(feature)), JSON.stringify(feature.properties)).toBe(true)
})

describe('hydrants', () => {
  //  ═══════════════════════════   along each road in the order of their numbers:
  //  ○   ○   ○           ○   ○     120 m at most, but for one stretch without any
  it('stand no more than 120 m apart along a road, but for one gap', () => {
    const gaps: number[] = []
    for (const name of new Set(layer('hydrants').map(({ properties }) => properties.road_name))) {
      const own = withProperty('hydrants', 'road_name', name).map(pointOf)
      expect(own.length).toBeGreaterThan(4)
      for (let i = 1; i < own.length; i++) gaps.push(distance(own[i - 1]!, own[i]!) / 1000)
    }
    const wide = gaps.filter((gap) => gap > 120)
    expect(wide.length).toBe(1)
    expect(wide[0]).toBeGreaterThan(300)
    expect(Math.min(...gaps)).toBeGreaterThan(80)
  })

  it('stand 0.5 to 2 m behind the kerb of the road they name', () => {
    for (const hydrant of layer('hydrants')) {
      const edges = withProperty('roads', 'name', hydrant.properties.road_name)
      const behind =
        Math.min(...edges.map((edge) => distanceToLine(lineOf(edge), pointOf(hydrant)))) / 1000 -
        Number(edges[0]!.properties.width_m) / 2
      expect(behind).toBeGreaterThan(0.5)
      expect(behind).toBeLessThan(2)
    }
  })

  it('are usable for the most part; some are not, of some nobody knows', () => {
    const share = (usable: string) => withProperty('hydrants', 'usable', usable).length / layer('hydrants').length
    expect(share('yes')).toBeGreaterThan(0.7)
    expect(share('no')).toBeGreaterThan(0)
    expect(share('unknown')).toBeGreaterThan(0)
  })

  it('that are usable give 15 L/s and 0.14 MPa', () => {
    for (const { properties } of withProperty('hydrants', 'usable', 'yes')) {
      expect(properties.flow_l_s).toBeGreaterThanOrEqual(15)
      expect(properties.pressure_mpa).toBeGreaterThanOrEqual(0.14)
    }
  })
})

describe('water class', () => {
  // GB 3838-2002; the first column is a floor, the others are ceilings.
  const LIMITS: readonly (readonly [string, number, number, number, number, number])[] = [
    ['I', 7.5, 2, 15, 0.15, 0.02],
    ['II', 6, 4, 15, 0.5, 0.1],
    ['III', 5, 6, 20, 1, 0.2],
    ['IV', 3, 10, 30, 1.5, 0.3],
    ['V', 2, 15, 40, 2, 0.4],
  ]

  it('is that of the worst single figure', () => {
    for (const { properties: p } of layer('monitoring_stations')) {
      const figures = [p.permanganate_index_mg_l, p.cod_mg_l, p.ammonia_nitrogen_mg_l, p.total_phosphorus_mg_l].map(Number)
      const best = LIMITS.find(
        ([, oxygen, ...most]) => Number(p.dissolved_oxygen_mg_l) >= oxygen && figures.every((figure, i) => figure <= most[i]!),
      )
      expect(best?.[0] ?? 'beyond_V', String(p.name)).toBe(p.water_class)
    }
  })
})

describe('hazards', () => {
  //  ────────────  d = 200 m + uncertainty of the trace, measured from the
  //  ~~~~~~~~~~~~  fault section itself; 500 m for the belt to investigate
  //  ────────────
  it('belts keep their distance from the fault', () => {
    for (const fault of layer('faults')) {
      const { section_name, location_uncertainty_m } = fault.properties
      for (const [kind, metres] of [
        ['fault_avoidance', 200 + Number(location_uncertainty_m)],
        ['fault_investigation', 500],
      ] as const) {
        const belt = withProperty('hazard_zones', 'kind', kind).find(({ properties }) =>
          String(properties.name).includes(String(section_name)),
        )!
        for (const p of ringsOf(belt)[0]!) {
          const away = distanceToLine(lineOf(fault), p) / 1000
          expect(away).toBeGreaterThan(metres * 0.99)
          expect(away).toBeLessThan(metres * 1.01)
        }
      }
    }
  })

  it('sections of the fault meet, and part of it is buried', () => {
    const [west, east] = layer('faults')
    expect(lineOf(east!)[0]).toEqual(lineOf(west!).at(-1))
    expect(layer('faults').map(({ properties }) => properties.exposure)).toEqual(['exposed', 'buried'])
  })

  it('grades of geohazard points follow from the people threatened', () => {
    for (const { properties: p } of layer('geohazard_points')) {
      const people = Number(p.threatened_people)
      expect(p.grade).toBe(people >= 1000 ? 'very_large' : people >= 500 ? 'large' : people >= 100 ? 'medium' : 'small')
    }
  })
})

describe('bins and shelters', () => {
  it('every dwelling in the town has a garbage point within 120 m, but for one in twenty', () => {
    const points = layer('garbage_points').map(pointOf)
    const town = withProperty('unit_cells', 'land_use', 'built_up').map((cell) => ringsOf(cell)[0]!)
    const dwellings = layer('household_points')
      .map(pointOf)
      .filter((at) => town.some((ring) => isInside(ring, at)))
    const far = dwellings.filter((at) => points.every((point) => distance(point, at) > 120_000))
    expect(far.length / dwellings.length).toBeLessThan(0.05)
  })

  it('every shelter lies within 60 m of a school', () => {
    const schools = withProperty('key_sites', 'kind', 'school').map(pointOf)
    for (const shelter of layer('shelters')) expect(schools.some((at) => distance(at, pointOf(shelter)) < 60_000)).toBe(true)
  })

  it('has one transfer station', () => expect(withProperty('garbage_points', 'form', 'transfer_station').length).toBe(1))
})
