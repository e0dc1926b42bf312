/** Who is responsible in the demo: the figures of real places, found again; the flaws that there are to find; nothing that can't be. */
import { describe, expect, it } from 'vitest'
import { ACCOUNT_ROLES } from '#geodata/access/rights.ts'
import type { Demo, DemoAssignment, Properties } from '#geodata/county/demo.ts'
import { planOf } from '#geodata/county/plan.ts'
import { responsibilityOf } from '#geodata/county/responsible/index.ts'
import { findRole, LINEAR_LAYERS } from '#geodata/responsibility/roles.ts'
import { demoTown } from '#geodata/town/index.ts'
import { county } from './county.ts'
import { positionsOf } from './geometry.ts'

/** Every term that ran out had done so by this day. */
const DAY = '2026-07-01'
const town = demoTown()

const listOf = (demo: Demo) => demo.responsibility!
const isCurrent = ({ valid_from, valid_to }: { valid_from: string; valid_to: string | null }) =>
  valid_from <= DAY && (valid_to === null || valid_to > DAY)
const current = listOf(county).assignments.filter(isCurrent)
const people = new Map(listOf(county).people.map((person) => [person.code, person]))
const keyOf = ({ layer, scheme, code }: DemoAssignment) => `${layer} ${scheme ?? ''} ${code}`
const features = (demo: Demo) =>
  new Map<string, Properties>(
    Object.entries(demo.features).flatMap(([layer, list]) =>
      list.map(
        ({ properties }) => [`${layer} ${layer === 'grids' ? properties.scheme : ''} ${properties.code}`, properties] as const,
      ),
    ),
  )
const objects = features(county)

function grouped<Item>(items: readonly Item[], key: (item: Item) => string): Item[][] {
  const groups: Record<string, Item[]> = {}
  for (const item of items) {
    groups[key(item)] ??= []
    groups[key(item)]!.push(item)
  }
  return Object.values(groups)
}
const distinct = (rows: readonly DemoAssignment[]) => new Set(rows.map(({ person_code }) => person_code)).size
const inGrids = (scheme: string, level: number, start = '') =>
  current.filter(
    (each) =>
      each.layer === 'grids' &&
      each.scheme === scheme &&
      each.code.startsWith(start) &&
      objects.get(keyOf(each))!.level === level,
  )
const inRole = (rows: readonly DemoAssignment[], role: string, standing?: string) =>
  rows.filter((each) => each.role === role && (!standing || each.standing === standing))

describe('the figures', () => {
  it('one leader for each of the 14 grids of level 1; 201 people at level 2, 499 at level 3', () => {
    const [first, second, third] = [1, 2, 3].map((level) => inGrids('governance', level, '411825001'))
    for (const role of ['grid_leader', 'contact_leader']) {
      const leaders = inRole(first!, role, 'A')
      expect([leaders.length, distinct(leaders)]).toEqual([14, 14])
    }
    expect([distinct(second!), distinct(third!)]).toEqual([201, 499])
    expect([inRole(second!, 'grid_leader', 'A').length, inRole(third!, 'grid_leader', 'A').length]).toEqual([98, 459])
  })

  it('105 cadres, one for each grid of the town, beside them in 63 the village secretary', () => {
    const own = inGrids('liulin', 1)
    const cadres = inRole(own, 'grid_leader', 'A')
    expect([cadres.length, new Set(cadres.map(keyOf)).size, distinct(cadres)]).toEqual([105, 105, 105])
    const joint = inRole(own, 'jointly_responsible', 'joint')
    expect(joint.length).toBe(63)
    for (const each of joint) {
      expect(objects.get(keyOf(each))!.class).toBe('A')
      const { organisation_code } = people.get(each.person_code)!
      expect(each.code.startsWith(organisation_code.slice(0, 12))).toBe(true)
      const posts = listOf(county).tenures.filter((tenure) => tenure.person_code === each.person_code && isCurrent(tenure))
      expect(posts.map(({ post_name }) => post_name).join()).toMatch(/书记/)
    }
  })

  it('a section leader over four to six grids, but for one who has more', () => {
    const sections = grouped(inRole(inGrids('liulin', 1), 'section_leader'), ({ person_code }) => person_code)
    const sizes = sections.map(({ length }) => length)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(105)
    expect(sizes.filter((size) => size > 6)).toEqual([7])
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(4)
  })

  it('two to four supervisors in each of 17 work grids, nobody in two', () => {
    const supervisors = inRole(inGrids('supervision', 2), 'supervisor')
    const grids = grouped(supervisors, keyOf)
    expect(grids.length).toBe(17)
    expect(new Set(grids.map(({ length }) => length))).toEqual(new Set([2, 3, 4]))
    expect(distinct(supervisors)).toBe(supervisors.length)
  })

  it('25 people in the 25 grids of one school, all of its own', () => {
    const own = inGrids('school_safety', 1)
    expect([new Set(own.map(keyOf)).size, distinct(own)]).toEqual([25, 25])
    expect(new Set(own.map(({ person_code }) => people.get(person_code)!.organisation_code)).size).toBe(1)
  })

  it('an inspector of his own in every labour-inspection grid', () => {
    const inspectors = inRole(inGrids('labour', 1), 'labour_inspector', 'A')
    expect([inspectors.length, distinct(inspectors)]).toEqual([111, 111])
  })

  it('a reporter in every village, but for those that are to be found', () => {
    const villages = county.features.administrative_areas!.filter(({ properties }) => properties.kind === 'village')
    const reporters = current.filter(({ layer, role }) => layer === 'administrative_areas' && role === 'reporter')
    expect(new Set(reporters.map(({ code }) => code))).toEqual(new Set(villages.map(({ properties }) => properties.code)))
    expect(distinct(reporters)).toBe(villages.length)
  })
})

/*
 *  0 ──────●────────────●──────── 1
 *    chief A│  chief B   │ chief A     each river from end to end, without a gap
 */
describe('rivers', () => {
  it('have a chief of the county and of a town on every segment, and of a village on all but a few', () => {
    const segments = county.features.river_segments!
    for (const level of ['county', 'town'])
      expect(
        new Set(current.filter(({ role, layer }) => layer === 'river_segments' && role === `river_chief_${level}`).map(keyOf))
          .size,
      ).toBe(segments.length)
    const village = new Set(current.filter(({ role }) => role === 'river_chief_village').map(keyOf)).size
    expect(village).toBeLessThan(segments.length)
    expect(village).toBeGreaterThanOrEqual(segments.length - 5)
  })

  it('have a village chief whose village lies on the bank', () => {
    const cornersOf = (layer: string, code: string) =>
      positionsOf(county.features[layer]!.find(({ properties }) => properties.code === code)!).map(String)
    for (const { code, person_code } of current.filter(({ role }) => role === 'river_chief_village')) {
      const village = new Set(cornersOf('administrative_areas', people.get(person_code)!.organisation_code.slice(0, 12)))
      // Borders run along the middle of the water.
      expect(cornersOf('river_segments', code).some((corner) => village.has(corner))).toBe(true)
    }
  })

  it('have town chiefs by stretches that cover each river once', () => {
    for (const river of county.features.rivers!) {
      const stretches = current
        .filter(({ layer, code, role }) => layer === 'rivers' && code === river.properties.code && role === 'river_chief_town')
        .toSorted((a, b) => a.chainage_from_m! - b.chainage_from_m!)
      const ends = county.features
        .river_segments!.filter(({ properties }) => properties.river_name === river.properties.name)
        .map(({ properties }) => Number(properties.chainage_to_m))
      expect(stretches[0]!.chainage_from_m).toBe(0)
      expect(stretches.at(-1)!.chainage_to_m).toBe(Math.max(...ends))
      expect(stretches.slice(1).map(({ chainage_from_m }) => chainage_from_m)).toEqual(
        stretches.slice(0, -1).map(({ chainage_to_m }) => chainage_to_m),
      )
    }
  })

  it('have head chiefs in the county and in every town', () => {
    const heads = current.filter(({ role }) => role === 'head_river_chief')
    expect(new Set(heads.map(({ code }) => code)).size).toBe(14)
  })
})

describe('what there is to find', () => {
  const history = listOf(county).assignments.filter(({ valid_to }) => valid_to !== null && valid_to <= DAY)
  const covered = new Set(current.map((each) => `${keyOf(each)} ${each.role}`))
  const owed = (layer: string, role: string) =>
    [...objects.keys()].filter((key) => key.startsWith(`${layer} `) && !covered.has(`${key} ${role}`))

  it.each([
    ['grids', 'grid_leader', 0.02],
    ['hydrants', 'keeper', 0.03],
    ['garbage_points', 'cleaner', 0.02],
    ['water_sources', 'keeper', 0.08],
    ['key_sites', 'safety_officer', 0.06],
    ['road_segments', 'road_chief', 0.04],
    ['geohazard_points', 'patroller', 0.12],
    ['observation_points', 'reporter', 0.04],
    ['patrol_areas', 'patroller', 0],
  ])('%s without %s: a few, some of whom had somebody', (layer, role, share) => {
    const vacant = owed(layer, role)
    const all = county.features[layer]!.length
    expect(vacant.length / all).toBeLessThanOrEqual(share)
    if (share === 0) return
    expect(vacant.length).toBeGreaterThan(1)
    const before = new Set(history.map((each) => `${keyOf(each)} ${each.role}`))
    const ended = vacant.filter((key) => before.has(`${key} ${role}`)).length
    expect(ended).toBeGreaterThan(0)
    expect(ended).toBeLessThan(vacant.length)
  })

  it('grids with a leader and nobody to stand in', () => {
    const leaders = grouped(
      current.filter(({ layer, role }) => layer === 'grids' && role === 'grid_leader'),
      keyOf,
    )
    const alone = leaders.filter((own) => !own.some(({ standing }) => standing === 'B')).length
    expect(alone).toBeGreaterThan(20)
    expect(alone / leaders.length).toBeLessThan(0.08)
  })

  it('grid workers with more households than the band allows, and nobody else overloaded but a section leader', () => {
    const over = grouped(current, ({ person_code, role }) => `${person_code} ${role}`).filter(([first, ...rest]) => {
      const own = new Map([first!, ...rest].map((each) => [keyOf(each), objects.get(keyOf(each))!]))
      const band = findRole(first!.role)!.band
      const load =
        band?.of === 'households' ? [...own.values()].reduce((sum, { households }) => sum + Number(households), 0) : own.size
      return band && load > band.maximum
    })
    const roles = over.map(([first]) => first!.role).toSorted()
    expect(roles).toEqual(['grid_worker_full_time', 'grid_worker_full_time', 'grid_worker_full_time', 'section_leader'])
  })

  it('people who left and are still responsible', () => {
    const gone = new Set(
      current.map(({ person_code }) => person_code).filter((code) => (people.get(code)!.left_on ?? '9') <= DAY),
    )
    expect(gone.size).toBeGreaterThan(2)
    expect(gone.size).toBeLessThan(12)
  })

  it('one who retires this year has 40 objects to hand over', () => {
    const { duties, name } = listOf(county).posts.find((post) => post.duties?.includes('待移交'))!
    expect(duties).toContain('退休')
    const holders = listOf(county).tenures.filter(({ post_name }) => post_name === name)
    expect(holders.length).toBe(1)
    const own = current.filter(({ person_code }) => person_code === holders[0]!.person_code)
    expect([own.length, new Set(own.map(keyOf)).size]).toEqual([40, 40])
    expect(new Set(own.map(({ layer }) => layer)).size).toBe(2)
  })

  it('predecessors, whose office and assignments ended on the day on which others began', () => {
    const ended = listOf(county).tenures.filter(({ valid_to }) => valid_to !== null && valid_to <= DAY)
    const followed = ended.filter((tenure) =>
      listOf(county).tenures.some(
        (other) =>
          other.organisation_code === tenure.organisation_code &&
          other.post_name === tenure.post_name &&
          other.valid_from === tenure.valid_to,
      ),
    )
    expect(followed.length).toBeGreaterThan(20)
    expect(history.filter(({ valid_from }) => valid_from < '2025-01-01').length).toBeGreaterThan(40)
    expect(new Set(history.map(({ valid_to }) => valid_to)).size).toBeGreaterThan(2)
  })
})

describe.each([
  ['county', county],
  ['town', town],
])('the %s', (_, demo) => {
  const { organisations, posts, people: staff, tenures, assignments, accounts } = listOf(demo)
  const there = features(demo)

  it('says nothing twice: codes, names in an organisation, mobile numbers', () => {
    const unique = (values: readonly string[]) => expect(new Set(values).size).toBe(values.length)
    unique(organisations.map(({ code }) => code))
    unique(organisations.map(({ territory_code, name }) => `${territory_code} ${name}`))
    unique(posts.map(({ organisation_code, name }) => `${organisation_code} ${name}`))
    unique(staff.map(({ code }) => code))
    unique(staff.map(({ organisation_code, name }) => `${organisation_code} ${name}`))
    unique(staff.map(({ mobile }) => mobile))
    unique(accounts.map(({ name }) => name))
  })

  it('gives numbers at which nobody is, and names in both scripts', () => {
    for (const { mobile, name, name_en } of staff) {
      expect(mobile).toMatch(/^154\d{8}$/)
      expect(name).toMatch(/^[一-鿿]{2,3}$/)
      expect(name_en).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/)
    }
    for (const { telephone } of organisations) expect(telephone).toMatch(/^0399-\d{7}$/)
  })

  it('refers only to what exists', () => {
    const codes = new Set(organisations.map(({ code }) => code))
    const held = new Set(posts.map(({ organisation_code, name }) => `${organisation_code} ${name}`))
    const known = new Set(staff.map(({ code }) => code))
    const areas = new Set(demo.features.administrative_areas!.map(({ properties }) => properties.code))
    for (const { parent_code, territory_code } of organisations) {
      expect(parent_code === null || codes.has(parent_code)).toBe(true)
      expect(areas.has(territory_code)).toBe(true)
    }
    for (const { organisation_code } of [...posts, ...staff]) expect(codes.has(organisation_code)).toBe(true)
    for (const { person_code, organisation_code, post_name } of tenures)
      expect(known.has(person_code) && held.has(`${organisation_code} ${post_name}`)).toBe(true)
    for (const each of assignments) {
      if (!there.has(keyOf(each)) || !known.has(each.person_code)) expect.fail(`${keyOf(each)} ${each.person_code}`)
      expect(findRole(each.role)!.layers).toContain(each.layer)
    }
    for (const { person_code, roles, name } of accounts) {
      expect(person_code === null || known.has(person_code)).toBe(true)
      expect(name).toMatch(/^[a-z-]{2,60}$/)
      for (const { role, territory_code } of roles) {
        expect(ACCOUNT_ROLES).toContain(role)
        expect(territory_code === '' || areas.has(territory_code)).toBe(true)
      }
    }
  })

  it('has at most one first and one substitute on every metre at any time, and nobody twice', () => {
    const meet = (a: DemoAssignment, b: DemoAssignment) =>
      a.valid_from < (b.valid_to ?? '9') &&
      b.valid_from < (a.valid_to ?? '9') &&
      (a.chainage_from_m === null ||
        b.chainage_from_m === null ||
        (a.chainage_from_m < b.chainage_to_m! && b.chainage_from_m < a.chainage_to_m!))
    for (const own of grouped(assignments, (each) => `${keyOf(each)} ${each.role}`))
      own.forEach((one, i) => {
        for (const other of own.slice(i + 1)) {
          const same = one.person_code === other.person_code || (one.standing === other.standing && one.standing !== 'joint')
          if (same && meet(one, other)) expect.fail(`${keyOf(one)} ${one.role}`)
        }
      })
  })

  it('ends nothing before it begins, and keeps stretches inside their object', () => {
    for (const { valid_from, valid_to } of [...assignments, ...tenures])
      expect(valid_to === null || valid_to > valid_from).toBe(true)
    const stretches = assignments.filter(({ chainage_from_m }) => chainage_from_m !== null)
    expect(stretches.length).toBeGreaterThan(1)
    for (const each of stretches) {
      expect(LINEAR_LAYERS).toContain(each.layer)
      expect(each.chainage_to_m).toBeGreaterThan(each.chainage_from_m!)
      const { chainage_from_m, chainage_to_m } = there.get(keyOf(each))!
      if (chainage_from_m === undefined) continue
      expect(each.chainage_from_m).toBeGreaterThanOrEqual(Number(chainage_from_m))
      expect(each.chainage_to_m).toBeLessThanOrEqual(Number(chainage_to_m))
    }
  })

  it('has the same accounts, those of people under their names', () => {
    expect(accounts.map(({ name }) => name)).toEqual([
      'admin',
      'viewer',
      'planner',
      'planner-town',
      'river-county',
      'river-village',
      'river-office',
      'reporter',
      'emergency',
      'dispatcher',
      'supervisor',
      'handler',
    ])
    const nameOf = new Map(staff.map(({ code, name }) => [code, name]))
    for (const { person_code, display_name } of accounts) if (person_code) expect(display_name).toBe(nameOf.get(person_code))
    const chief = accounts.find(({ name }) => name === 'river-village')!
    const own = assignments.filter(({ person_code, role }) => person_code === chief.person_code && role === 'river_chief_village')
    expect(own.some(isCurrent)).toBe(true)
  })

  it('has an organisation for every duty that a kind of case may name, and one of its own for those who verify', () => {
    const { departments } = listOf(demo)
    const codes = new Set(organisations.map(({ code }) => code))
    const towns = demo.features.administrative_areas!.filter(({ properties }) => properties.level === 'town')
    const duties = departments.map(({ duty, territory_code }) => `${duty} ${territory_code}`)
    expect(new Set(duties).size).toBe(duties.length)
    for (const { organisation_code } of departments) expect(codes.has(organisation_code)).toBe(true)
    expect(departments.filter(({ duty }) => duty === 'town').length).toBe(towns.length)
    expect(departments.map(({ duty }) => duty)).toEqual(
      expect.arrayContaining(['city', 'water', 'ecology', 'police', 'water_company', 'sanitation_company']),
    )
    const handling = new Set(departments.map(({ organisation_code }) => organisation_code))
    const watching = tenures.filter(({ post_name }) => ['监督员', '监督片区队长', '坐席员'].includes(post_name))
    expect(watching.length).toBeGreaterThan(0)
    for (const { organisation_code } of watching) expect(handling.has(organisation_code)).toBe(false)
    const accountOf = (name: string) =>
      staff.find(({ code }) => code === accounts.find((each) => each.name === name)!.person_code)!
    expect(handling.has(accountOf('handler').organisation_code)).toBe(true)
    expect(handling.has(accountOf('supervisor').organisation_code)).toBe(false)
  })
})

it('the small town lacks one leader, has one whose term ran out, and one who left with several hydrants', () => {
  const { assignments, people: staff } = listOf(town)
  const leaders = assignments.filter(({ layer, role }) => layer === 'grids' && role === 'grid_leader')
  const now = new Set(leaders.filter(isCurrent).map(keyOf))
  const ever = new Set(leaders.map(keyOf))
  const grids = [...features(town).keys()].filter((key) => key.startsWith('grids '))
  expect([grids.filter((key) => !ever.has(key)).length, grids.filter((key) => ever.has(key) && !now.has(key)).length]).toEqual([
    1, 1,
  ])
  const gone = staff.find(({ left_on }) => left_on !== null && left_on > '2026-02-01')!
  expect(assignments.filter((each) => each.person_code === gone.code && isCurrent(each)).length).toBe(8)
})

it('is the same every time', () => {
  expect(JSON.stringify(demoTown().responsibility)).toBe(JSON.stringify(listOf(town)))
  expect(JSON.stringify(responsibilityOf(county, planOf({})))).toBe(JSON.stringify(listOf(county)))
})
