// What a place says once: whose a duty is, and when offices work.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'
import { aCase, type CaseTown, collected, storeCaseTown } from '../helpers/cases.ts'
import { COUNTY, TOWN } from '../helpers/damage.ts'
import { problemOf } from '../helpers/problems.ts'
import { placeOf } from '../helpers/square_town.ts'

let test: TestApp
let town: CaseTown

beforeAll(async () => {
  test = await startApp({ demo: false })
  town = await storeCaseTown(test)
})
afterAll(() => test?.close())

const proposed = async (): Promise<Json> => {
  const [lon, lat] = await placeOf(test.database, 0.3, 0.3)
  return test.json(`/api/cases/proposal?kind=C0101&lon=${lon}&lat=${lat}`, town.supervisor)
}

it('a duty is of the organisation of the smallest territory, and falls back when that is taken away', async () => {
  const { departments, duties } = await test.json('/api/cases/departments')
  const { duty } = departments.find(({ organisation_id }: Json) => organisation_id === town.cityId)
  expect(duties.length).toBeGreaterThan(3)
  const made = await test.send('POST', '/api/organisations', { name: '镇城管所', territory_code: TOWN, kind: 'department' })
  const { id } = (await made.json()) as Json
  const set = (organisation_id: number | null, each: string) =>
    test.send('PUT', '/api/cases/departments', { duty: each, territory_code: TOWN, organisation_id })
  for (const each of duties) expect((await set(id, each.duty)).status).toBe(200)
  expect((await proposed()).handler.organisation.name).toBe('镇城管所')
  for (const each of duties) await set(null, each.duty)
  expect((await proposed()).handler.organisation.name).toBe('城管局')
  expect(await problemOf(await set(999_999, duty))).toMatchObject({ code: 'handler_unknown', field: 'organisation_id' })
})

it('a month of holidays moves deadlines that are set from then on, and no other', async () => {
  const { kinds } = await test.json('/api/cases/kinds')
  const kind = kinds.find(({ limits }: Json) => limits.file.unit === 'working_hours').code
  const before = await collected(test, await aCase(test, [0.3, 0.3], { kind }), town.supervisor)
  const dayAt = (offset: number) => new Date(Date.now() + (8 * 60 * 60 + offset * 86_400) * 1000).toISOString().slice(0, 10)
  for (let offset = 0; offset < 30; offset++)
    await test.send('PUT', `/api/cases/calendar/${dayAt(offset)}`, { kind: 'holiday', source: '停工' })
  const after = await collected(test, await aCase(test, [0.3, 0.3], { kind }), town.supervisor)
  expect(after.stage_due_at.slice(0, 10) >= dayAt(29)).toBe(true)
  expect((await test.json(`/api/cases/${before.id}`)).stage_due_at).toBe(before.stage_due_at)
  for (let offset = 0; offset < 30; offset++) await test.send('PUT', `/api/cases/calendar/${dayAt(offset)}`, { kind: null })
})

it('a day of a place’s own stands beside the country’s notice', async () => {
  const { known, own } = await test.json('/api/cases/calendar?year=2026')
  expect([known, own]).toEqual([true, []])
  expect((await test.json('/api/cases/calendar?year=2031')).known).toBe(false)
  const set = (day: string, body: Json, headers: Json = {}) => test.send('PUT', `/api/cases/calendar/${day}`, body, headers)
  const answer = await set('2031-01-01', { kind: 'holiday', name: '元旦', source: '县政府办通知' })
  expect((await answer.json()) as Json).toMatchObject({
    known: true,
    own: [{ day: '2031-01-01', kind: 'holiday', name: '元旦' }],
  })
  expect((await ((await set('2031-01-01', { kind: null })).json() as Promise<Json>)).own).toEqual([])
  expect((await problemOf(await set('2031-02-30', { kind: 'holiday', source: 'x' }))).code).toBe('day_invalid')
  expect((await problemOf(await set('2031-02-03', { kind: 'holiday' }))).field).toBe('source')
  const county = await test.signIn([{ role: 'administrator', territory_code: COUNTY }])
  expect((await problemOf(await set('2031-02-03', { kind: 'holiday', source: 'x' }, county))).code).toBe('outside_territory')
})
