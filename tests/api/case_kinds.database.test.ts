// The kinds of cases that come with the database.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from '#api/database/sql.ts'
import { STANDARD_CALENDAR } from '#geodata/cases/calendar.ts'
import { dueAt, LIMIT_UNITS } from '#geodata/cases/clock.ts'
import { type CaseKind, LIMITED_STEPS, type OwnerStep } from '#geodata/cases/records.ts'
import { SCHEMES } from '#geodata/county/duty/schemes.ts'
import { findLayer } from '#geodata/layers/index.ts'
import { rolesOf } from '#geodata/responsibility/roles.ts'
import { openTestDatabase, type TestDatabase } from '../helpers/database.ts'

let opened: TestDatabase
let kinds: CaseKind[]

beforeAll(async () => {
  opened = await openTestDatabase()
  kinds = await opened.database.query<CaseKind>(sql`select * from case_kinds order by code`)
})
afterAll(() => opened.close())

const codesOf = (found: readonly CaseKind[]) => found.map(({ code }) => code)
const classesOf = (subject: CaseKind['subject']) => [
  ...new Set(kinds.filter((kind) => kind.subject === subject).map(({ class_name }) => class_name)),
]
const hasRoles = (layer: string, roles: readonly string[]) =>
  roles.length > 0 && roles.every((role) => rolesOf(layer).some(({ id }) => id === role))

test('there are 84 components in five classes', () => {
  expect(kinds.filter(({ subject }) => subject === 'component')).toHaveLength(84)
  expect(classesOf('component')).toEqual(['公用设施', '交通设施', '市容环境', '园林绿化', '其他'])
})

test('there are 32 events in five classes', () => {
  expect(kinds.filter(({ subject }) => subject === 'event')).toHaveLength(32)
  expect(classesOf('event')).toEqual(['市容环境', '宣传广告', '施工管理', '突发事件', '街面秩序'])
})

test('the four disorders and what else troubles a river file themselves, and nothing else does', () => {
  const rivers = kinds.filter(({ subject }) => subject === 'river')
  expect(rivers.filter(({ code }) => code.startsWith('R01')).map(({ name }) => name)).toEqual(['乱占', '乱采', '乱堆', '乱建'])
  expect(rivers).toHaveLength(12)
  expect(codesOf(kinds.filter(({ files_itself }) => files_itself))).toEqual(codesOf(rivers))
})

test('a code begins with the letter of its subject, and a name is given once in its class', () => {
  const letters = { component: 'C', event: 'E', river: 'R' }
  expect(kinds.filter(({ code, subject }) => !code.startsWith(letters[subject]))).toEqual([])
  for (const field of ['name', 'name_en'] as const)
    expect(new Set(kinds.map((kind) => `${kind.code.slice(0, 3)} ${kind[field]}`)).size).toBe(kinds.length)
})

describe('whose it is', () => {
  test('every kind ends with a department, so that it is somebody’s in any case', () => {
    const endless = kinds.filter(({ owner_rule }) => !('department' in (owner_rule.at(-1) ?? {})))
    expect(codesOf(endless)).toEqual([])
  })

  test('what comes before it is a person, of a role that somebody can have there', () => {
    const isPossible = (step: OwnerStep, layer: string | null): boolean => {
      if ('object' in step) return layer !== null && hasRoles(layer, step.object)
      if ('segment' in step) return hasRoles('river_segments', step.segment)
      if ('grid' in step) return hasRoles('grids', step.grid) && SCHEMES.some(({ id }) => id === step.scheme)
      return false
    }
    const impossible = kinds.filter(({ owner_rule, layer }) => !owner_rule.slice(0, -1).every((step) => isPossible(step, layer)))
    expect(codesOf(impossible)).toEqual([])
  })

  test('a river problem is asked of the river first', () => {
    const elsewhere = kinds.filter(({ subject, owner_rule }) => subject === 'river' && !('segment' in owner_rule[0]!))
    expect(codesOf(elsewhere)).toEqual([])
  })

  test('departments are among the duties that a county gives out', () => {
    const duties = kinds.flatMap(({ owner_rule }) => owner_rule.flatMap((step) => ('department' in step ? step.department : [])))
    expect([...new Set(duties)].toSorted()).toEqual([
      'city',
      'civil',
      'ecology',
      'education',
      'emergency',
      'police',
      'sanitation_company',
      'town',
      'transport',
      'water',
      'water_company',
    ])
  })
})

test('every layer is in the catalogue', () => {
  expect(codesOf(kinds.filter(({ layer }) => layer !== null && !findLayer(layer)))).toEqual([])
})

describe('how long it may take', () => {
  const unitsOf = ({ limits }: CaseKind) => LIMITED_STEPS.map((step) => limits[step].unit)

  test('every stage has a limit that the clock can count', () => {
    const start = Date.parse('2026-02-14T09:30:00Z')
    for (const { limits } of kinds) {
      expect(Object.keys(limits).toSorted()).toEqual([...LIMITED_STEPS].toSorted())
      for (const step of LIMITED_STEPS) {
        expect(LIMIT_UNITS).toContain(limits[step].unit)
        expect(dueAt(start, limits[step], STANDARD_CALENDAR)).toBeGreaterThan(start)
      }
    }
  })

  test('what is urgent runs day and night from the first stage to the last, and nothing else does', () => {
    for (const kind of kinds) {
      const running = unitsOf(kind).filter((unit) => unit === 'hours')
      expect(running, kind.code).toHaveLength(kind.urgent ? LIMITED_STEPS.length : 0)
    }
  })

  test('a hole in the road is urgent', () => {
    const covers = kinds.filter(({ name }) => /井盖|雨水箅子|塌陷/.test(name))
    expect(covers).toHaveLength(18)
    expect(codesOf(covers.filter(({ urgent, limits }) => !urgent || limits.handle.amount > 2))).toEqual([])
  })
})

test('each says where it comes from, and holds from before the first case', () => {
  expect(codesOf(kinds.filter(({ source, edition }) => source === '' || edition !== '2026-1'))).toEqual([])
  expect(codesOf(kinds.filter(({ valid_from, valid_to }) => valid_from !== '2015-01-01' || valid_to !== null))).toEqual([])
})

test('no account is on record for having written them', async () => {
  expect(await opened.database.query(sql`select id from audit_entries where subject = 'case_kinds'`)).toEqual([])
})

test('what a place changes of them is on record', async () => {
  await opened.database.query(sql`update case_kinds set urgent = true where code = 'E0102'`)
  const entries = await opened.database.query(sql`select action from audit_entries where subject = 'case_kinds'`)
  expect(entries).toEqual([{ action: 'update' }])
})
