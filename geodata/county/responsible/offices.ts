/** The organisations of a county, each with those who lead it: what all duties draw their people from. */
import type { Demo, DemoFeature } from '../demo.ts'
import { padded } from '../duty/grid.ts'
import { type Places, placesOf } from './places.ts'
import type { PostId } from './posts.ts'
import type { Organisation, Person, Register } from './register.ts'

/** A village or a quarter with its committee. */
export interface CommunityOffice {
  readonly code: string
  readonly isVillage: boolean
  readonly area: DemoFeature
  readonly town: TownOffice
  readonly committee: Organisation
  readonly secretary: Person
  readonly deputy: Person
  readonly safetyOfficer: Person
  /** Those who look after a few dozen households each; filled when the grids are given out. */
  readonly microLeaders: Person[]
}

export interface TownOffice {
  readonly code: string
  readonly name: string
  readonly name_en: string
  readonly isSubdistrict: boolean
  readonly area: DemoFeature
  readonly government: Organisation
  readonly sanitation: Organisation
  /** Only outside the county's seat. */
  readonly fireTeam: Organisation | null
  readonly secretary: Person
  readonly head: Person
  readonly leaders: readonly Person[]
  readonly safetyHead: Person
  readonly communities: CommunityOffice[]
}

export interface Offices {
  readonly register: Register
  readonly features: Demo['features']
  readonly county: DemoFeature
  readonly government: Organisation
  readonly secretary: Person
  readonly head: Person
  readonly deputies: readonly Person[]
  bureau(id: BureauId): Organisation
  readonly towns: readonly TownOffice[]
  readonly communities: readonly CommunityOffice[]
  readonly places: Places
  /** The community whose code this code begins with. */
  communityOf(code: string): CommunityOffice
  townOf(code: string): TownOffice
}

const BUREAUS = {
  emergency: ['YJ', '应急管理局', 'Emergency Management Bureau', 'department', 'director'],
  water: ['SL', '水利局', 'Water Bureau', 'department', 'director'],
  city: ['CG', '城市管理局', 'City Management Bureau', 'department', 'director'],
  fire: ['XF', '消防救援大队', 'Fire and Rescue Brigade', 'department', 'brigade_head'],
  transport: ['JT', '交通运输局', 'Transport Bureau', 'department', 'director'],
  roads: ['GL', '公路事业发展中心', 'Highway Development Centre', 'public_institution', 'centre_head'],
  education: ['JY', '教育体育局', 'Education and Sports Bureau', 'department', 'director'],
  civil: ['MZ', '民政局', 'Civil Affairs Bureau', 'department', 'director'],
  labour: ['RS', '人力资源和社会保障局', 'Human Resources and Social Security Bureau', 'department', 'director'],
  police: ['GA', '公安局', 'Public Security Bureau', 'department', 'director'],
  land: ['ZR', '自然资源局', 'Natural Resources Bureau', 'department', 'director'],
  ecology: ['ST', '生态环境分局', 'Ecology and Environment Branch', 'department', 'director'],
  water_company: ['SW', '水务公司', 'Water Company', 'enterprise', 'manager'],
  sanitation_company: ['HW', '洁城环境服务公司', 'Jiecheng Sanitation Company', 'enterprise', 'manager'],
} as const
export type BureauId = keyof typeof BUREAUS

/** Members of a town's leadership, besides the two at its head. */
const TOWN_LEADERS = 6
const DEPUTY_HEADS = 8

export function makeOffices(register: Register, features: Demo['features']): Offices {
  const areas = features.administrative_areas!
  const county = areas.find(({ properties }) => properties.level === 'county')!
  const { code, name, name_en } = named(county)
  const government = register.found({
    code: `${code}-ZF`,
    name: `${name}人民政府`,
    name_en: `${name_en} Government`,
    kind: 'government',
    territory_code: code,
    parent_code: null,
  })
  const secretary = register.hire(government, 'county_secretary')
  const head = register.hire(government, 'county_head')
  const deputies = register.hireMany(DEPUTY_HEADS, government, 'county_deputy')
  const bureaus = new Map(Object.keys(BUREAUS).map((id) => [id, makeBureau(register, government, named(county), id as BureauId)]))
  const communityAreas = areas.filter(({ properties }) => properties.level === 'community')
  const towns = areas
    .filter(({ properties }) => properties.level === 'town')
    .map((area) => makeTown(register, government, area, communityAreas))
  const communities = towns.flatMap((town) => town.communities)
  const [byCode, townByCode] = [
    new Map(communities.map((each) => [each.code, each])),
    new Map(towns.map((each) => [each.code, each])),
  ]
  return {
    register,
    features,
    county,
    government,
    secretary,
    head,
    deputies,
    bureau: (id) => bureaus.get(id)!,
    towns,
    communities,
    places: placesOf(communityAreas),
    communityOf: (object) => byCode.get(object.slice(0, 12))!,
    townOf: (object) => townByCode.get(object.slice(0, 9))!,
  }
}

interface Named {
  readonly code: string
  readonly name: string
  readonly name_en: string
}

const named = ({ properties: { code, name, name_en } }: DemoFeature): Named => ({
  code: String(code),
  name: String(name),
  name_en: String(name_en),
})

function makeBureau(register: Register, government: Organisation, county: Named, id: BureauId): Organisation {
  const [slug, zh, en, kind, post] = BUREAUS[id]
  const bureau = register.found({
    code: `${county.code}-${slug}`,
    name: county.name + zh,
    name_en: `${county.name_en} ${en}`,
    kind,
    territory_code: county.code,
    parent_code: government.code,
  })
  register.hire(bureau, post)
  if (post === 'director') register.hireMany(2, bureau, 'deputy_director')
  return bureau
}

function makeTown(register: Register, above: Organisation, area: DemoFeature, areas: readonly DemoFeature[]): TownOffice {
  const { code, name, name_en } = named(area)
  const isSubdistrict = area.properties.kind === 'subdistrict'
  const of = (slug: string, zh: string, en: string, kind: Organisation['kind'], parent: Organisation): Organisation =>
    register.found({
      code: `${code}-${slug}`,
      name: name + zh,
      name_en: `${name_en} ${en}`,
      kind,
      territory_code: code,
      parent_code: parent.code,
    })
  const government = of('ZF', isSubdistrict ? '办事处' : '人民政府', isSubdistrict ? 'Office' : 'Government', 'town', above)
  const headPost: PostId = isSubdistrict ? 'office_head' : area.properties.kind === 'township' ? 'township_head' : 'town_head'
  const own = areas.filter(({ properties }) => String(properties.code).startsWith(code))
  const town: TownOffice = {
    code,
    name,
    name_en,
    isSubdistrict,
    area,
    government,
    sanitation: of('HW', '环卫所', 'Sanitation Station', 'public_institution', government),
    fireTeam: isSubdistrict ? null : of('XF', '专职消防队', 'Fire Team', 'public_institution', government),
    secretary: register.hire(government, 'town_secretary'),
    head: register.hire(government, headPost),
    // In a sub-district each of them answers for one community.
    leaders: register.hireMany(isSubdistrict ? own.length : TOWN_LEADERS, government, 'town_leader'),
    safetyHead: register.hire(government, 'safety_office'),
    communities: [],
  }
  town.communities.push(...own.map((each) => makeCommunity(register, town, each)))
  return town
}

function makeCommunity(register: Register, town: TownOffice, area: DemoFeature): CommunityOffice {
  const { code, name, name_en } = named(area)
  const isVillage = area.properties.kind === 'village'
  const committee = register.found({
    code: `${code}-WH`,
    // 赵庄村 + 民委员会: the village is part of the word.
    name: `${name}${isVillage ? '民委员会' : '居民委员会'}`,
    name_en: `${name_en} Committee`,
    kind: 'community',
    territory_code: code,
    parent_code: town.government.code,
  })
  return {
    code,
    isVillage,
    area,
    town,
    committee,
    secretary: register.hire(committee, isVillage ? 'village_secretary' : 'quarter_secretary'),
    deputy: register.hire(committee, 'committee_deputy'),
    safetyOfficer: register.hire(committee, 'safety_officer'),
    microLeaders: [],
  }
}

/** A school of its own, in the town where it stands. */
export function makeSchool(
  register: Register,
  education: Organisation,
  site: DemoFeature,
  town: string,
  i: number,
): Organisation {
  const { name, name_en } = named(site)
  return register.found({
    code: `${education.territory_code}-XX${padded(i + 1, 3)}`,
    name,
    name_en,
    kind: 'public_institution',
    territory_code: town,
    parent_code: education.code,
  })
}
