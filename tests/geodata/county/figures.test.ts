/** The figures that real places give for their systems, found again in the demo. */
import { describe, expect, it } from 'vitest'
import type { DemoFeature } from '#geodata/county/demo.ts'
import { county, layer, withProperty } from './county.ts'
import { finderOf, nearestOf } from './finder.ts'
import { coverageFaults, distance, isInside, lineOf, pointOf, positionsOf, ringsOf } from './geometry.ts'

const codeOf = ({ properties }: DemoFeature) => String(properties.code)
const cellByCode = new Map(layer('unit_cells').map((cell) => [codeOf(cell), cell]))
const towns = withProperty('administrative_areas', 'level', 'town')
const townNamed = (name: string) => towns.find(({ properties }) => properties.name === name)!
const gridsOf = (scheme: string) => withProperty('grids', 'scheme', scheme)
const ofLevel = (grids: readonly DemoFeature[], level: number) => grids.filter(({ properties }) => properties.level === level)
const inTown = (features: readonly DemoFeature[], town: DemoFeature) =>
  features.filter((feature) => isInside(ringsOf(town)[0]!, pointOf(feature)))
const cellsOf = (grid: DemoFeature) =>
  county.gridCells.find((each) => each.scheme === grid.properties.scheme && each.grid_code === grid.properties.code)!.cell_codes

describe('grids', () => {
  it('one sub-district has 14, 98 and 459 grids at three nested levels', () => {
    const own = gridsOf('governance').filter((grid) => codeOf(grid).startsWith('411825001'))
    expect([1, 2, 3].map((level) => ofLevel(own, level).length)).toEqual([14, 98, 459])
    for (const level of [1, 2, 3]) expect(coverageFaults(ofLevel(own, level), townNamed('怀阳街道'))).toEqual([])
  })

  it('one town has one level of 105 grids: 63 of area, 19 of trade, 23 of key sites', () => {
    const own = gridsOf('liulin')
    expect(new Set(own.map(({ properties }) => properties.level)).size).toBe(1)
    expect(['A', 'B', 'C'].map((kind) => own.filter(({ properties }) => properties.class === kind).length)).toEqual([63, 19, 23])
    const areas = own.filter(({ properties }) => properties.class === 'A')
    expect(coverageFaults(areas, townNamed('柳林镇'))).toEqual([])
  })

  it('supervisors walk 17 work grids in 4 areas, which together are the two sub-districts', () => {
    const [areas, work] = [1, 2].map((level) => ofLevel(gridsOf('supervision'), level))
    expect([areas!.length, work!.length]).toEqual([4, 17])
    for (const area of areas!) {
      const own = work!.filter(({ properties }) => properties.parent_code === area.properties.code)
      expect(coverageFaults(own, area)).toEqual([])
    }
    const seat = new Set(work!.flatMap(cellsOf).map((code) => code.slice(0, 9)))
    expect([...seat].toSorted()).toEqual(['411825001', '411825002'])
  })

  it('one school has 25 safety grids that share no ground', () => {
    const own = gridsOf('school_safety')
    expect(own.length).toBe(25)
    expect(new Set(own.flatMap(cellsOf)).size).toBe(own.flatMap(cellsOf).length)
    const schools = withProperty('key_sites', 'kind', 'school').map(pointOf)
    expect(schools.filter((at) => own.some((grid) => isInside(ringsOf(grid)[0]!, at))).length).toBe(1)
    const people = own.reduce((sum, { properties }) => sum + Number(properties.population), 0)
    expect(people).toBe(0)
  })

  it('every labour-inspection grid is two or three whole communities of one town, and all of them are the county', () => {
    const own = gridsOf('labour')
    for (const grid of own) {
      const communities = new Set(cellsOf(grid).map((code) => code.slice(0, 12)))
      expect([2, 3]).toContain(communities.size)
      expect(new Set([...communities].map((code) => code.slice(0, 9))).size).toBe(1)
      const all = [...cellByCode.keys()].filter((code) => communities.has(code.slice(0, 12)))
      expect(cellsOf(grid).length).toBe(all.length)
    }
    expect(coverageFaults(own, withProperty('administrative_areas', 'level', 'county')[0]!)).toEqual([])
  })
})

describe('sanitation', () => {
  it('has 560 bins and 110 boxes in one town, 1,500 bins in another, at least 5,000 points in all', () => {
    const count = (town: string, form: string) => inTown(withProperty('garbage_points', 'form', form), townNamed(town)).length
    expect([count('竹园镇', 'bin'), count('竹园镇', 'box')]).toEqual([560, 110])
    expect(count('南岭镇', 'bin')).toBe(1500)
    expect(layer('garbage_points').length).toBeGreaterThan(5000)
  })

  it('has three compression transfer stations and one treatment plant', () => {
    const stations = withProperty('garbage_points', 'form', 'transfer_station')
    expect(stations.length).toBe(3)
    expect(stations.every(({ properties }) => String(properties.name).includes('压缩'))).toBe(true)
    expect(withProperty('garbage_points', 'form', 'treatment_plant').length).toBe(1)
  })

  it('leaves some households further than 120 m from a point, and most of them not', () => {
    const away = nearestOf(layer('garbage_points').map(pointOf))
    const far = layer('household_points').filter((house) => away(pointOf(house)) > 120_000).length
    expect(far).toBeGreaterThan(100)
    expect(far / layer('household_points').length).toBeLessThan(0.08)
  })

  it('sweeps roads 2, 4 or once a day by what they are', () => {
    expect(new Set(layer('road_segments').map(({ properties }) => properties.sweeps_per_day))).toEqual(new Set([2, 4, 1]))
  })
})

describe('emergency and hazards', () => {
  it('has 56 schools, and a shelter on the playground of every full middle school', () => {
    const schools = withProperty('key_sites', 'kind', 'school')
    expect(schools.length).toBe(56)
    const full = schools.filter(({ properties }) => String(properties.name).includes('完全中学'))
    expect(full.length).toBeGreaterThan(4)
    for (const school of full) {
      const shelter = layer('shelters').find(({ properties }) => properties.name === `${school.properties.name}操场避难场所`)!
      expect(distance(pointOf(shelter), pointOf(school))).toBeLessThan(60_000)
    }
  })

  it('a shelter gives every person the ground that its class asks for', () => {
    const perPerson = { urgent: 0.5, temporary: 1, short_term: 2, medium_term: 3, long_term: 4.5 } as const
    for (const { properties: p } of layer('shelters'))
      expect(p.area_per_person_m2).toBe(perPerson[p.class as keyof typeof perPerson])
  })

  it('the fault crosses the south of exactly four towns', () => {
    const crossed = towns.filter((town) =>
      layer('faults').some((fault) => lineOf(fault).some((p) => isInside(ringsOf(town)[0]!, p))),
    )
    expect(crossed.length).toBe(4)
    for (const town of crossed) {
      const ys = ringsOf(town)[0]!.map(([, y]) => y)
      const middle = (Math.min(...ys) + Math.max(...ys)) / 2
      for (const p of layer('faults').flatMap(lineOf)) if (isInside(ringsOf(town)[0]!, p)) expect(p[1]).toBeLessThan(middle)
    }
  })

  it('has five observation points, and a reporter in every village', () => {
    expect(withProperty('observation_points', 'kind', 'station').length).toBe(5)
    const areasAt = finderOf(withProperty('administrative_areas', 'level', 'community'))
    const reporters = withProperty('observation_points', 'kind', 'reporter').map((each) => areasAt(pointOf(each))[0])
    expect(new Set(reporters).size).toBe(withProperty('administrative_areas', 'kind', 'village').length)
  })

  it('patrols areas against straw burning and forest fires, each in its season', () => {
    for (const season of ['straw_burning', 'forest_fire'])
      expect(withProperty('patrol_areas', 'season', season).length).toBeGreaterThan(8)
    for (const { properties: p } of layer('patrol_areas')) expect(String(p.ends_on) > String(p.starts_on)).toBe(true)
  })
})

describe('water', () => {
  it('has three main rivers with at least 60 segments, sections and automatic stations on each', () => {
    const main = withProperty('rivers', 'rank', 'main').map(({ properties }) => properties.name)
    expect(main.length).toBe(3)
    const segments = layer('river_segments').filter(({ properties }) => main.includes(properties.river_name!))
    expect(segments.length).toBeGreaterThanOrEqual(60)
    for (const name of main) {
      const kinds = withProperty('monitoring_stations', 'river_name', name).map(({ properties }) => properties.kind)
      expect(new Set(kinds)).toEqual(new Set(['section', 'automatic']))
    }
  })

  it('has sewage plants and stations, whose water runs into a river of the county', () => {
    for (const kind of ['plant', 'station']) {
      const works = withProperty('sewage_works', 'kind', kind)
      expect(works.length).toBeGreaterThan(2)
      const rivers = layer('rivers').map(({ properties }) => properties.name)
      for (const { properties } of works) expect(rivers).toContain(properties.river_name)
    }
  })
})

describe('size and plans', () => {
  it('has 8,000 cells, 3,000 hydrants, 30,000 household points and 10 to 14 towns or more', () => {
    expect(layer('unit_cells').length).toBeGreaterThan(8000)
    expect(layer('hydrants').length).toBeGreaterThan(3000)
    expect(layer('household_points').length).toBeGreaterThan(30_000)
    expect(towns.length).toBeGreaterThanOrEqual(10)
  })

  it('plans roads with red lines, and draws green, blue and yellow lines', () => {
    for (const { properties: p } of layer('planned_roads')) expect(Number(p.red_line_width_m)).toBeGreaterThan(15)
    expect(new Set(layer('control_lines').map(({ properties }) => properties.kind))).toEqual(new Set(['green', 'blue', 'yellow']))
    expect(layer('planned_roads').flatMap(positionsOf).length).toBeGreaterThan(100)
  })

  it('numbers towns and communities by what they are', () => {
    const RANGES: Readonly<Record<string, readonly [number, number]>> = {
      subdistrict: [1, 99],
      town: [100, 199],
      township: [200, 399],
      community: [1, 199],
      village: [200, 399],
    }
    for (const { properties: p } of layer('administrative_areas')) {
      if (p.level === 'county') continue
      const [least, most] = RANGES[String(p.kind)]!
      const segment = Number(String(p.code).slice(-3))
      expect(segment >= least && segment <= most, `${p.kind} ${p.code}`).toBe(true)
    }
  })

  it('repeats no name', () => {
    const NAMED = [
      'administrative_areas',
      'rivers',
      'river_segments',
      'key_sites',
      'outfalls',
      'monitoring_stations',
      'water_sources',
    ]
    for (const id of [...NAMED, 'parks', 'planned_roads', 'shelters', 'control_lines', 'patrol_areas', 'geohazard_points']) {
      const names = layer(id).map(({ properties }) => properties.name)
      expect(new Set(names).size, id).toBe(names.length)
    }
  })

  it('spells areas in pinyin', () => {
    for (const { properties } of layer('administrative_areas')) expect(String(properties.name_en)).toMatch(/^[A-Z][A-Za-z -]+$/)
  })
})
