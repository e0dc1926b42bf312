// A river is often the border of two communities. Who looks after a segment reports on both its banks, sees what he reported, and handles what was
// dispatched to him, wherever the community's border runs.
//
//   km      0           1    1.02     1.5      2
//           +-----------+---------------------+     the western village's chief has the first segment, from 0 to 1 km;
//       0.5 +~~~~~~~~~~>+~~~~~x~~~~~~~~x~~~~~~>+     x: 20 m beyond its end is on its bank, 500 m is not
//           +-- west ---+-------- east -------+
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'
import { aCase, type CaseTown, collected, storeCaseTown, take, taken } from '../helpers/cases.ts'
import { COUNTY, EAST, WEST } from '../helpers/damage.ts'
import { problemOf } from '../helpers/problems.ts'
import { idOf, storePerson } from '../helpers/square_town.ts'

let test: TestApp
let town: CaseTown
let segment: number
/** The chief of the western segment, who may do what he may in the western village alone. */
let chief: Json
/** Another of that village. */
let neighbour: Json

beforeAll(async () => {
  test = await startApp({ demo: false, logLevel: 'error' })
  town = await storeCaseTown(test)
  segment = await idOf(test.database, 'river_segments', `${COUNTY}000001`)
  const other = await storePerson(test.database, '邻居', { territory_code: WEST })
  const roles = [{ role: 'river_chief', territory_code: WEST }] as const
  chief = await test.signIn(roles, { person_id: town.chiefId })
  neighbour = await test.signIn(roles, { person_id: other })
})
afterAll(() => test?.close())

const BANK = [1.02, 0.5] as const
const FAR = [1.5, 0.5] as const
const debris = (given: Json = {}) => ({ kind: 'R0201', source: 'river_patrol', segment_id: segment, ...given })
const codeOf = async (response: Response) => [response.status, (await problemOf(response)).code]

it('what a chief finds on the other bank is taken, lies where it lies, and stays his to see', async () => {
  const body = await aCase(test, BANK, debris())
  const proposal = await test.json(
    `/api/cases/proposal?kind=R0201&segment_id=${segment}&lon=${body.longitude}&lat=${body.latitude}`,
    chief,
  )
  expect(proposal.place.community_code).toBe(EAST)
  const found = await collected(test, body, chief)
  expect([found.community_code, found.segment_id]).toEqual([EAST, segment])
  expect((await test.json(`/api/cases/${found.id}`, chief)).id).toBe(found.id)
  const mine = await test.json('/api/cases?mine=true', chief)
  expect(mine.cases.map(({ id }: Json) => id)).toEqual([found.id])
  expect((await test.json('/api/cases/counts', chief)).reported_by_me).toBe(1)
  const noted = await take(test, found, { action: 'note', text: '已拍照' }, chief)
  expect(noted.status).toBe(201)
})

it('what lies farther from the segment, or is no matter of a river, is refused', async () => {
  const far = await test.send('POST', '/api/cases', await aCase(test, FAR, debris()), chief)
  expect(await codeOf(far)).toEqual([403, 'outside_territory'])
  const cover = await test.send('POST', '/api/cases', await aCase(test, BANK), chief)
  expect(await codeOf(cover)).toEqual([403, 'outside_territory'])
})

it('what was dispatched to a chief across the border is in his list, and he sees it through; a neighbour does not see it', async () => {
  const found = await collected(test, await aCase(test, BANK, debris({ source: 'supervisor' })), town.supervisor)
  const filed = found.stage === 'collected' ? await taken(test, found, { action: 'file' }, town.desk) : found
  const given =
    filed.stage === 'filed' ? await taken(test, filed, { action: 'dispatch', handler_id: town.chiefId }, town.desk) : filed
  expect(given.handler.person?.id ?? given.person?.id).toBe(town.chiefId)
  const inHand = await test.json('/api/cases?handled_by_me=true', chief)
  expect(inHand.cases.map(({ id }: Json) => id)).toContain(given.id)
  expect((await test.json('/api/cases/counts', chief)).mine).toBeGreaterThan(0)
  const accepted = await taken(test, given, { action: 'accept' }, chief)
  const handled = await taken(test, accepted, { action: 'report_back', text: '已打捞' }, chief)
  expect(handled.stage).toBe('reported_back')
  const other = await test.send('GET', `/api/cases/${given.id}`, undefined, neighbour)
  expect(await codeOf(other)).toEqual([403, 'outside_territory'])
  expect(await codeOf(await take(test, handled, { action: 'note', text: '看看' }, neighbour))).toEqual([404, 'record_not_found'])
  expect((await test.json('/api/cases?queue=open', neighbour)).cases).toEqual([])
})
