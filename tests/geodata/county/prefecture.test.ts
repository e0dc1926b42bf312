import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { demoCounty } from '#geodata/county/index.ts'
import { MOST_COUNTIES } from '#geodata/county/people/county_names.ts'
import { planOf } from '#geodata/county/plan.ts'
import { county, layer } from './county.ts'
import { positionsOf } from './geometry.ts'

/** SHA-256 of each list as JSON. Pictures, links and people's memory stand on this county: who changes it does so knowingly. */
const KNOWN: Readonly<Record<string, string>> = {
  unit_cells: '31fb8e8392206ee10bbceab774ce773b026cb7709997fa82133b959cea835f73',
  grids: 'b01b70947e4e058512cc4427822ee42bb7fca30eafdcf79a819fe030738445a4',
  administrative_areas: '7a229cab549268d61d0eab61042daad14118f9444cce05af477bbd606ae1004d',
  hazard_zones: 'c224f91005cdb5471c5a1fb1c944cdb317303e630eb27c6461f37dcf5e67f516',
  patrol_areas: 'c09a2beffc70609304e438c5859b955b121e94b68f3b7bbc65c3088acebf6f1a',
  parks: 'ad3548e1371f4e0e4a1f36121113e235fae4d188d773df53fd39c488d08993eb',
  control_lines: 'd1aba15532e9a051165ef69cc0c7162319210737b6a6a8f85d42aab019085014',
  rivers: '923253fd6db113c3b971c3932209948f20d89fc2478019647434b566de815e07',
  roads: '37212e9cf73fbbcc11b297b759cdf711a828710d42c990f606fcdcd497c81631',
  planned_roads: '2bcf04e45549c27ef48a1827aa3b51c697f3778d9e57ead1521d39903043c745',
  river_segments: 'd6294ba15fa0782835a951313b523c7f5442e32c818ea19fcd77214478fdceba',
  road_segments: '1c2b8da1ee4f79ac3773ff5612d765ee88fb2bccab80c6386d95789883b51e9b',
  faults: '221547ae1b0dce586afc754c47fca112c41585eb5a2b0e8c72300c854c804f67',
  household_points: '298da65ec6ca7f30d213b6f55fabf1582e0078bc8e1cc0ebdc6398911df17de4',
  garbage_points: '542ca5d79179f3ae89fb69d03115f2805589090e0a62cb463616f5727e36baff',
  outfalls: 'ce1708b800560cb3da823e07c1f1d04522a6e952b32f7e8b045593ed572ca436',
  sewage_works: 'aa30941c39bc9c879963edccba3e6f1a9ae35a196a405ff273caf9338a117b61',
  geohazard_points: 'b8dc988634f193a25229743957f1cc4df8c6f113ccb114b1c70e6dcde2e4f9b2',
  key_sites: 'e5c09f3584320f10c943d21e4a4b7ea59f5b85fbd072910b98d0644612b5a9ee',
  monitoring_stations: 'dad70f81414f83d58bfb7d885f7abfc922bbb9995c76b9d9632960adcec547cb',
  observation_points: '24afac2de1303980cff8a88821607305e83ce802c5b5eaf480b3ddc8eb1e2ad3',
  hydrants: 'f37cf0543cdfd1a33145f40b2c4723e9b952ad17e191cc059cdaa288054788e4',
  water_sources: '57316083967213541eb30d0b902a21d6d26248610cc1d32782bf57c541b901a4',
  shelters: 'df6008d3c5f27aa01c030f3d85360a5c726651ac52c6c1e28cbb5260ca553946',
  gridCells: 'cbca9893b1a480fac1f8083cd818fca53d529162eabfce4c7326ca1e8ed208fe',
}

describe('the county that everybody knows', () => {
  it.each(Object.entries(KNOWN))('%s: not a byte is other than it was', (list, known) => {
    const features = list === 'gridCells' ? county.gridCells : layer(list)
    expect(createHash('sha256').update(JSON.stringify(features)).digest('hex')).toBe(known)
  })
})

describe('a prefecture', () => {
  const plans = Array.from({ length: MOST_COUNTIES }, (_, i) => planOf({ number: i + 1 }))
  const KM = 1_000_000

  it('gives every county a code and a name of its own, in Chinese and in pinyin', () => {
    for (const word of ['code', 'zh', 'en'] as const)
      expect(new Set(plans.map(({ name }) => name[word])).size).toBe(MOST_COUNTIES)
    for (const { name } of plans) expect(name.code).toMatch(/^41(18|19)(0[1-9]|[1-9]\d)$/)
  })

  //  ┌──┬──┬──┐  27 km apart, the first somewhat west of the middle:
  //  ├──┼──┼──┤  its block grows to all sides and stays within 140 km of
  //  ├─①┼──┼──┤  114° E, where the plane's easting is 500 km
  //  └──┴──┴──┘
  it('lays its counties in a square, none upon another, within a degree and a half of the central meridian', () => {
    const places = plans.map(({ offset: [x, y] }) => [x / KM, y / KM] as const)
    expect(places[0]).toEqual([0, 0])
    expect(new Set(places.map(String)).size).toBe(MOST_COUNTIES)
    for (const at of [0, 1] as const) {
      const all = places.map((place) => place[at])
      expect(Math.max(...all) - Math.min(...all)).toBe(9 * 27)
      expect(all.every((kilometres) => kilometres % 27 === 0)).toBe(true)
    }
    const eastings = places.map(([x]) => 414.6 + x)
    expect(Math.min(...eastings)).toBeGreaterThan(500 - 140)
    expect(Math.max(...eastings) + 25).toBeLessThan(500 + 140)
  })

  it('has no county beyond the last', () => {
    for (const number of [0, -1, 1.5, MOST_COUNTIES + 1]) expect(() => planOf({ number })).toThrow(RangeError)
  })

  it('draws every stream of every county and every seed otherwise', () => {
    const first = (seed: number, number: number) => planOf({ seed, number }).random('cells').next()
    const drawn = [1, 2, 3, 999_999_999].flatMap((seed) => plans.map((_, i) => first(seed, i + 1)))
    expect(new Set(drawn).size).toBe(drawn.length)
  })
})

describe('its second county', () => {
  const second = demoCounty({ number: 2 })
  const [x, y] = planOf({ number: 2 }).offset

  it('lies at its own place, in whole millimetres', () => {
    for (const [id, features] of Object.entries(second.features)) {
      for (const [px, py] of features.flatMap(positionsOf)) {
        const [east, north] = [px - x, py - y]
        const inside = east > 414_000_000 && east < 441_000_000 && north > 3_873_000_000 && north < 3_900_000_000
        if (!Number.isInteger(px) || !Number.isInteger(py) || !inside) expect.fail(`${id} ${px} ${py}`)
      }
    }
  })

  it('shares no code with the first, and speaks of nobody in it', () => {
    for (const [id, features] of Object.entries(second.features)) {
      if (id === 'roads' || id === 'household_points') continue
      const key = ({ properties }: (typeof features)[number]) => `${properties.scheme ?? ''} ${properties.code}`
      const first = new Set(layer(id).map(key))
      expect(features.filter((feature) => first.has(key(feature))).length, id).toBe(0)
      expect(new Set(features.map(key)).size, id).toBe(features.length)
      for (const { properties } of features) expect(Object.values(properties).join()).not.toMatch(/泽陵县|Zeling|411825/)
    }
  })

  it('nests by code in itself, and its segments in its own rivers', () => {
    const { code } = planOf({ number: 2 }).name
    for (const id of ['unit_cells', 'grids', 'administrative_areas', 'rivers', 'river_segments'])
      for (const { properties } of second.features[id]!) expect(String(properties.code).slice(0, 6)).toBe(code)
    expect(second.riverSegments.length).toBe(second.features.river_segments!.length)
    for (const { river_code } of second.riverSegments) expect(river_code.slice(0, 6)).toBe(code)
  })

  it('is another county of the same kind', () => {
    const counts = Object.entries(second.features).map(([id, features]) => features.length / layer(id).length)
    for (const share of counts) {
      expect(share).toBeGreaterThan(0.8)
      expect(share).toBeLessThan(1.25)
    }
    expect(second.features.unit_cells!.length).not.toBe(layer('unit_cells').length)
  })
})
