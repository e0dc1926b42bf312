/** Who is responsible in the town: little, but of everything something, with one gap of each kind to be found. */
import { type DemoDepartment, type DemoFeature, type DemoResponsibility, VALID_FROM } from '../county/demo.ts'
import { randomStream } from '../county/geometry/random.ts'
import { demoAccounts } from '../county/responsible/accounts.ts'
import { type Places, placesOf } from '../county/responsible/places.ts'
import { makeRegister, type Organisation, type Person, type Register } from '../county/responsible/register.ts'
import { chain } from '../county/responsible/share.ts'
import { COUNTY } from './names.ts'

type Features = Readonly<Record<string, readonly DemoFeature[]>>

interface Committee {
  readonly area: DemoFeature
  readonly organisation: Organisation
  readonly secretary: Person
  readonly deputy: Person
}

interface Town {
  readonly area: DemoFeature
  readonly government: Organisation
  readonly secretary: Person
  readonly head: Person
  readonly leaders: readonly Person[]
}

interface Offices {
  readonly register: Register
  readonly features: Features
  readonly places: Places
  readonly countyHead: Person
  readonly countyChief: Person
  /** By the code of what they are in charge of. */
  readonly towns: ReadonlyMap<string, Town>
  readonly committees: ReadonlyMap<string, Committee>
}

export function townResponsibility(features: Features): DemoResponsibility {
  const register = makeRegister(randomStream('responsible people of the town'), { code: COUNTY.code, number: 1 })
  const offices = makeOffices(register, features)
  assignGrids(offices)
  assignRivers(offices)
  assignHydrants(offices)
  const [town] = offices.towns.values()
  const village = [...offices.committees.values()].find(({ area }) => area.properties.kind === 'village')!
  const planner = register.hire(town!.government, 'grid_centre')
  const emergency = register.hire(town!.government, 'safety_office')
  const { departments, ...watching } = staffCases(offices)
  const accounts = demoAccounts({
    county: COUNTY.code,
    town: codeOf(town!.area),
    planner,
    countyChief: offices.countyChief,
    villageChief: village.secretary,
    village: codeOf(village.area),
    emergency,
    ...watching,
  })
  const { organisations, posts, people, tenures, assignments } = register
  return { organisations, posts, people, tenures, assignments, departments, accounts }
}

const codeOf = ({ properties }: DemoFeature): string => String(properties.code)

function makeOffices(register: Register, features: Features): Offices {
  const areas = (level: string) => features.administrative_areas!.filter(({ properties }) => properties.level === level)
  const found = (area: DemoFeature, kind: Organisation['kind'], zh: string, en: string, above: Organisation | null) =>
    register.found({
      code: `${codeOf(area)}-${kind === 'community' ? 'WH' : 'ZF'}`,
      name: area.properties.name + zh,
      name_en: `${area.properties.name_en} ${en}`,
      kind,
      territory_code: codeOf(area),
      parent_code: above?.code ?? null,
    })
  const county = found(areas('county')[0]!, 'government', '人民政府', 'Government', null)
  const [countyHead, countyChief] = [register.hire(county, 'county_head'), register.hire(county, 'county_deputy')]
  const towns = areas('town').map((area): Town => {
    const government = found(area, 'town', '人民政府', 'Government', county)
    return {
      area,
      government,
      secretary: register.hire(government, 'town_secretary'),
      head: register.hire(government, area.properties.kind === 'township' ? 'township_head' : 'town_head'),
      leaders: register.hireMany(2, government, 'town_leader'),
    }
  })
  const townByCode = new Map(towns.map((town) => [codeOf(town.area), town]))
  const committees = areas('community').map((area): Committee => {
    const isVillage = area.properties.kind === 'village'
    const above = townByCode.get(codeOf(area).slice(0, 9))!.government
    const organisation = found(area, 'community', isVillage ? '民委员会' : '居民委员会', 'Committee', above)
    return {
      area,
      organisation,
      secretary: register.hire(organisation, isVillage ? 'village_secretary' : 'quarter_secretary'),
      deputy: register.hire(organisation, 'committee_deputy'),
    }
  })
  return {
    register,
    features,
    countyHead,
    countyChief,
    places: placesOf(areas('community')),
    towns: townByCode,
    committees: new Map(committees.map((committee) => [codeOf(committee.area), committee])),
  }
}

/** Of level 2: one that nobody was ever given, and one whose leader's term ran out. */
const VACANT = 4
const EXPIRED = 7
const RAN_OUT = '2026-04-01'
/** How many of level 2 a section leader has. */
const SECTION = 5

function assignGrids({ register, features, towns, committees }: Offices): void {
  const grids = features.grids!
  const area = grids.filter(({ properties }) => properties.class === 'A')
  const second = area.filter(({ properties }) => properties.scheme === 'governance' && properties.level === 2)
  const committeeOf = (grid: DemoFeature) => committees.get(codeOf(grid).slice(0, 12))!
  const townOf = (grid: DemoFeature) => towns.get(codeOf(grid).slice(0, 9))!
  for (const grid of area.filter((each) => !second.includes(each))) {
    const large = grid.properties.scheme === 'fire' && grid.properties.level === 1
    const [first, substitute] = large ? townOf(grid).leaders : [committeeOf(grid).secretary, committeeOf(grid).deputy]
    register.assign('grids', grid, 'grid_leader', first!)
    register.assign('grids', grid, 'grid_leader', substitute!, { standing: 'B' })
    if (grid.properties.scheme === 'governance' && grid.properties.level === 1)
      register.assign('grids', grid, 'contact_leader', townOf(grid).head)
  }
  for (const committee of committees.values()) {
    const own = second.filter((grid, i) => committeeOf(grid) === committee && i !== VACANT && i !== EXPIRED)
    chain(register, own, register.hireMany(own.length, committee.organisation, 'grid_leader'), committee.deputy)
  }
  const gone = register.hire(committeeOf(second[EXPIRED]!).organisation, 'grid_leader')
  register.assign('grids', second[EXPIRED]!, 'grid_leader', gone, { valid_from: '2025-01-01', valid_to: RAN_OUT })
  for (const grid of second.slice(0, SECTION)) register.assign('grids', grid, 'section_leader', townOf(second[0]!).leaders[0]!)
  const trades = grids.filter(({ properties }) => properties.class === 'B')
  chain(register, trades, register.hireMany(trades.length, townOf(trades[0]!).government, 'town_cadre'), townOf(trades[0]!).head)
  for (const grid of grids.filter(({ properties }) => properties.class === 'C')) {
    const { secretary, deputy } = committeeOf(grid)
    register.assign('grids', grid, 'grid_leader', deputy)
    register.assign('grids', grid, 'jointly_responsible', secretary, { standing: 'joint' })
  }
}

/** The first segment that runs between two communities is halved between them. */
function assignRivers({ register, features, places, countyHead, countyChief, towns, committees }: Offices): void {
  register.assign('administrative_areas', features.administrative_areas![0]!, 'head_river_chief', countyHead)
  for (const { area, secretary, head } of towns.values())
    for (const person of [secretary, head])
      register.assign('administrative_areas', area, 'head_river_chief', person, { standing: 'joint' })
  for (const river of features.rivers!) register.assign('rivers', river, 'river_chief_county', countyChief)
  let halved = false
  for (const segment of features.river_segments!) {
    const [one, other] = places.codesBeside(segment)
    const chief = committees.get(one!)!.secretary
    register.assign('river_segments', segment, 'river_chief_county', countyChief)
    register.assign('river_segments', segment, 'river_chief_town', towns.get(one!.slice(0, 9))!.head)
    if (halved || !other) {
      register.assign('river_segments', segment, 'river_chief_village', chief)
      continue
    }
    halved = true
    const [from, to] = [Number(segment.properties.chainage_from_m), Number(segment.properties.chainage_to_m)]
    const middle = Math.round((from + to) / 2)
    const second = committees.get(other)!.secretary
    register.assign('river_segments', segment, 'river_chief_village', chief, { chainage_from_m: from, chainage_to_m: middle })
    register.assign('river_segments', segment, 'river_chief_village', second, { chainage_from_m: middle, chainage_to_m: to })
  }
}

const KEPT = 12
const LEFT_BEHIND = 8
const GONE = '2026-05-11'

/** Of the first hydrants some are kept, some have a keeper who is gone; the others have nobody. */
function assignHydrants({ register, features, towns }: Offices): void {
  const [{ area, government }] = [...towns.values()] as [Town]
  const team = register.found({
    code: `${codeOf(area)}-XF`,
    name: `${area.properties.name}专职消防队`,
    name_en: `${area.properties.name_en} Fire Team`,
    kind: 'public_institution',
    territory_code: codeOf(area),
    parent_code: government.code,
  })
  const [keeper, gone, before] = register.hireMany(3, team, 'firefighter')
  gone!.left_on = GONE
  before!.left_on = VALID_FROM
  for (const tenure of register.tenures) {
    if (tenure.person_code === gone!.code) tenure.valid_to = GONE
    if (tenure.person_code === before!.code) Object.assign(tenure, { valid_from: '2022-03-01', valid_to: VALID_FROM })
  }
  features.hydrants!.slice(0, KEPT).forEach((hydrant) => {
    register.assign('hydrants', hydrant, 'keeper', keeper!)
    register.assign('hydrants', hydrant, 'keeper', before!, { valid_from: '2024-03-01', valid_to: VALID_FROM })
  })
  for (const hydrant of features.hydrants!.slice(KEPT, KEPT + LEFT_BEHIND)) register.assign('hydrants', hydrant, 'keeper', gone!)
}

/** Duties of the county for which the small demo has no bureau. */
const OF_THE_COUNTY = [
  'water',
  'ecology',
  'transport',
  'roads',
  'police',
  'civil',
  'education',
  'emergency',
  'fire',
  'land',
  'water_company',
  'sanitation_company',
]

/** One office handles what is found in the streets, and another looks whether it is so. */
function staffCases({ register, features, towns }: Offices) {
  const county = features.administrative_areas![0]!
  const government = register.organisations[0]!
  const found = (slug: string, zh: string, en: string, kind: Organisation['kind']) =>
    register.found({
      code: `${codeOf(county)}-${slug}`,
      name: county.properties.name + zh,
      name_en: `${county.properties.name_en} ${en}`,
      kind,
      territory_code: codeOf(county),
      parent_code: government.code,
    })
  const city = found('CG', '城市管理局', 'City Management Bureau', 'department')
  const centre = found('YX', '城市运行管理服务中心', 'Urban Operation Centre', 'public_institution')
  const departments: DemoDepartment[] = [
    { duty: 'city', territory_code: COUNTY.code, organisation_code: city.code },
    ...OF_THE_COUNTY.map((duty) => ({ duty, territory_code: COUNTY.code, organisation_code: government.code })),
    ...[...towns.values()].map(({ area, government: own }) => ({
      duty: 'town',
      territory_code: codeOf(area),
      organisation_code: own.code,
    })),
  ]
  const [handler] = register.hireMany(2, city, 'case_worker')
  register.hire(centre, 'desk_operator')
  return { departments, supervisor: register.hire(centre, 'supervisor'), handler: handler! }
}
