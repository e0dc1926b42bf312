/** The 56 schools of the county's register. */
import type { County } from '../county.ts'
import type { Random } from '../geometry/random.ts'
import type { Community, Town } from '../people/communities.ts'
import type { SitePlan } from './site_plans.ts'

const NUMERALS = '一二三四五六七八九'
/** Towns whose middle school is a full one, with junior and senior classes; in the others it is a junior school. */
const FULL_IN = ['xiyao', 'nanling', 'matou', 'songying']
const SCHOOLS = 56

/** 9 full middle schools, 11 junior schools, the rest primary schools in the quarters and the largest villages. */
export function schoolPlans(county: County, random: Random): SitePlan[] {
  const { zh, en } = county.plan.name
  const school = (
    name: string,
    name_en: string,
    community: Community,
    people: number,
    more: Partial<SitePlan> = {},
  ): SitePlan => ({
    name,
    name_en,
    kind: 'school',
    people,
    managed_by: `${zh}县教育体育局`,
    community,
    ...more,
  })
  const seat = county.towns.filter(({ kind }) => kind === 'subdistrict')
  const quarters = seat.flatMap((town) => town.communities)
  const campus = county.communityOf.get(county.cells.find(({ ground }) => ground === 'campus')!.face)!
  const full = [0, 1, 2, 3, 4].map((i) =>
    school(
      `${zh}县第${NUMERALS[i]}完全中学`,
      `${en} No. ${i + 1} Full Middle School`,
      i ? quarters[i * 3 + 1]! : campus,
      i ? random.integer(1600, 2800) : 4980,
      {
        refuge: i ? random.integer(88, 150) * 100 : 23_400,
        ...(i ? {} : { campus: true }),
      },
    ),
  )
  const junior = [0, 1, 2, 3].map((i) =>
    school(
      `${zh}县第${NUMERALS[i]}初级中学`,
      `${en} No. ${i + 1} Junior School`,
      quarters[i * 4 + 2]!,
      random.integer(900, 1700),
    ),
  )
  const country = county.towns.filter(({ kind }) => kind !== 'subdistrict')
  const inTowns = country.map((town) => townSchool(town, random, school))
  const rest = SCHOOLS - full.length - junior.length - inTowns.length
  const villages = country
    .flatMap(({ communities }) => largest(communities, 3))
    .toSorted((a, b) => b.households - a.households)
    .slice(0, rest - 11)
  const primary = [...quarters.filter((_, i) => i % 2 === 0 || i === 1), ...villages].slice(0, rest)
  return [
    ...full,
    ...junior,
    ...inTowns,
    ...primary.map((community) =>
      school(`${community.short.zh}小学`, `${community.short.en} Primary School`, community, random.integer(120, 900)),
    ),
  ]
}

function townSchool(
  { id, name, name_en, communities }: Town,
  random: Random,
  school: (name: string, name_en: string, community: Community, people: number, more?: Partial<SitePlan>) => SitePlan,
): SitePlan {
  if (!FULL_IN.includes(id))
    return school(`${name}初级中学`, `${name_en} Junior School`, communities[1]!, random.integer(380, 900))
  const refuge = random.integer(42, 86) * 100
  return school(`${name}完全中学`, `${name_en} Full Middle School`, communities[1]!, random.integer(1100, 1900), { refuge })
}

const largest = (communities: readonly Community[], count: number): Community[] =>
  communities
    .filter(({ kind }) => kind === 'village')
    .toSorted((a, b) => b.households - a.households)
    .slice(0, count)
