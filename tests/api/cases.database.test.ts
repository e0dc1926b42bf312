// Cases through HTTP: counted once, in their grids, with whom the rule names, and seen through the seven steps in their order.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#api/database/sql.ts'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'
import { aCase, type CaseTown, collected, storeCaseTown, take, taken } from '../helpers/cases.ts'
import { ago, COUNTY, EAST, photoForm, TOWN, WEST } from '../helpers/damage.ts'
import { PLAIN } from '../helpers/photos.ts'
import { problemOf } from '../helpers/problems.ts'
import { assign, idOf, placeOf, storePerson } from '../helpers/square_town.ts'
import { storeTold } from '../helpers/told_cases.ts'

let test: TestApp
let town: CaseTown

beforeAll(async () => {
  test = await startApp({ demo: false, logLevel: 'error' })
  town = await storeCaseTown(test)
})
afterAll(() => test?.close())

const codeOf = async (response: Response) => {
  const { code, field } = await problemOf(response)
  return [response.status, code, field]
}
const read = (found: Json, headers: Json = town.desk) => test.json(`/api/cases/${found.id}`, headers)
const aCover = async (given: Json = {}) => collected(test, await aCase(test, [0.3, 0.3], given), town.supervisor)

/** From collected to dispatched to the city office. */
async function dispatched(given: Json = {}): Promise<Json> {
  const filed = await taken(test, await aCover(given), { action: 'file' }, town.desk)
  return taken(test, filed, { action: 'dispatch', organisation_id: town.cityId }, town.desk)
}

describe('a case', () => {
  it('is taken once, however often and on however many connections it is sent', async () => {
    const body = await aCase(test, [0.3, 0.3])
    const answers = await Promise.all([1, 2, 3].map(() => test.send('POST', '/api/cases', body, town.supervisor)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201])
    const later = await test.send('POST', '/api/cases', { ...body, sent_at: new Date().toISOString() }, town.supervisor)
    expect(later.status).toBe(200)
    const ids = await Promise.all([...answers, later].map(async (answer) => ((await answer.json()) as Json).id))
    expect(new Set(ids).size).toBe(1)
    const other = await test.send('POST', '/api/cases', { ...body, text: '别的' }, town.supervisor)
    expect(await codeOf(other)).toEqual([409, 'case_client_id_taken', 'client_id'])
  })

  it('lies in its community and in every level of every scheme of its day', async () => {
    const found = await aCover()
    expect(found.community_code).toBe(WEST)
    expect(found.grids.map(({ scheme, level, code }: Json) => [scheme, level, code])).toEqual([
      ['squares', 1, `${WEST}000`],
      ['squares', 2, `${WEST}100`],
    ])
    expect(found.number).toMatch(/^\d{8}-\d{6}$/)
    expect([found.stage, found.version, found.events.length]).toEqual(['collected', 1, 1])
    expect(found.stage_due_at).not.toBeNull()
  })

  it('keeps the grid of its day when the grid ends', async () => {
    const found = await aCover()
    await test.database.query(sql`update grids set name = '改了' where code = ${`${WEST}100`}`)
    expect((await read(found)).grids).toEqual(found.grids)
  })

  it.each([
    ['kind', { kind: 'X9999' }, 422, 'case_kind_unknown'],
    ['longitude', { longitude: 10, latitude: 10 }, 422, 'case_place_unknown'],
    ['object_id', { layer: 'hydrants', object_id: 99 }, 422, 'case_object_unknown'],
    ['object_id', { layer: 'hydrants' }, 422, 'body_invalid'],
    ['layer', { layer: 'people', object_id: 1 }, 422, 'body_invalid'],
    ['segment_id', { segment_id: 4711 }, 422, 'case_segment_unknown'],
    ['photos', { photos: 10 }, 422, 'body_invalid'],
    ['noted_at', { noted_at: '2026-02-30T00:00:00Z' }, 422, 'moment_invalid'],
    ['client_id', { client_id: 'once' }, 422, 'body_invalid'],
    ['stage', { stage: 'closed' }, 422, 'body_invalid'],
  ])('with a wrong %s is refused: %j', async (field, wrong, status, code) => {
    const response = await test.send('POST', '/api/cases', await aCase(test, [0.3, 0.3], wrong), town.supervisor)
    expect(await codeOf(response)).toEqual([status, code, field])
  })

  it('is collected and read only where one has the right', async () => {
    const east = await test.signIn([{ role: 'supervisor', territory_code: EAST }])
    expect((await codeOf(await test.send('POST', '/api/cases', await aCase(test, [0.3, 0.3]), east)))[1]).toBe(
      'outside_territory',
    )
    const viewer = await test.signIn([{ role: 'viewer', territory_code: COUNTY }])
    const found = await aCover()
    expect((await codeOf(await test.get(`/api/cases/${found.id}`, viewer)))[1]).toBe('right_missing')
    expect((await codeOf(await test.get(`/api/cases/${found.id}`, east)))[1]).toBe('outside_territory')
    const { cases } = await test.json('/api/cases?limit=500', east)
    expect(cases.filter(({ community_code }: Json) => community_code !== EAST)).toEqual([])
  })

  it('is dated by both clocks', async () => {
    const found = await aCover({ noted_at: ago(26), sent_at: ago(24) })
    // The clock is a day behind: it was found two hours ago.
    expect(Date.now() - Date.parse(found.found_at)).toBeGreaterThan(1.9 * 3_600_000)
    expect(Date.now() - Date.parse(found.found_at)).toBeLessThan(2.1 * 3_600_000)
  })
})

describe('the seven steps', () => {
  it('leave a case overdue whose whole is late, however much time the next step has', async () => {
    const [number] = await storeTold(test.database, [
      { filed: '2026-10-05 09:00', due: '2026-10-06 09:00', back: '2026-10-05 10:00' },
    ])
    const find = async (queue: string): Promise<Json[]> =>
      (await test.json(`/api/cases?queue=${queue}&limit=500`, town.desk)).cases.filter((one: Json) => one.number === number)
    const [late] = await find('to_verify')
    const checked = await taken(test, late, { action: 'verify' }, town.supervisor)
    expect(Date.parse(checked.stage_due_at)).toBeGreaterThan(Date.now())
    expect([checked.due_at, await find('overdue')]).toEqual([checked.closing_due_at, [expect.objectContaining({ number })]])
    const closed = await taken(test, checked, { action: 'close' }, town.desk)
    expect([closed.stage, await find('overdue')]).toEqual(['closed', []])
  })

  it('are taken one after another, each by whose it is, and are told with who, when and evidence', async () => {
    const filed = await taken(test, await aCover({ photos: 1 }), { action: 'file' }, town.desk)
    expect(Date.parse(filed.closing_due_at)).toBeGreaterThan(Date.parse(filed.stage_due_at))
    const sent = await taken(test, filed, { action: 'dispatch', organisation_id: town.cityId }, town.desk)
    expect([sent.stage, sent.organisation.name, sent.handle_due_at]).toEqual(['dispatched', '城管局', sent.stage_due_at])
    const accepted = await taken(test, sent, { action: 'accept' }, town.worker)
    expect(accepted.stage_due_at).toBe(sent.stage_due_at)
    const back = await taken(test, accepted, { action: 'report_back', text: '已换井盖' }, town.worker)
    const checked = await taken(test, back, { action: 'verify' }, town.supervisor)
    const closed = await taken(test, checked, { action: 'close' }, town.desk)
    expect([closed.stage, closed.stage_due_at, closed.may]).toEqual(['closed', null, []])
    expect(closed.events.map(({ number, action, stage }: Json) => [number, action, stage])).toEqual([
      [1, 'collect', 'collected'],
      [2, 'file', 'filed'],
      [3, 'dispatch', 'dispatched'],
      [4, 'accept', 'handling'],
      [5, 'report_back', 'reported_back'],
      [6, 'verify', 'verified'],
      [7, 'close', 'closed'],
    ])
  })

  it.each(['dispatch', 'accept', 'report_back', 'verify', 'close'])(
    'refuse %s out of its order, and nothing changes',
    async (action) => {
      const found = await aCover()
      const body = {
        action,
        ...(action === 'dispatch' && { organisation_id: town.cityId }),
        ...(action === 'report_back' && { text: '好' }),
      }
      expect((await codeOf(await take(test, found, body, town.desk))).slice(0, 2)).toEqual([409, 'step_not_now'])
      expect(await read(found)).toMatchObject({ stage: 'collected', version: 1 })
    },
  )

  it('refuse the second of two dispatchers, who learns what the first has done', async () => {
    const found = await aCover()
    const other = await test.signIn([{ role: 'dispatcher', territory_code: COUNTY }])
    const answers = await Promise.all([
      take(test, found, { action: 'file' }, town.desk),
      take(test, found, { action: 'dismiss', text: '不属实' }, other),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 412])
    const refused = (await answers.find(({ status }) => status === 412)!.json()) as Json
    expect([refused.code, refused.current.version]).toEqual(['version_conflict', 2])
    expect((await read(found)).events).toHaveLength(2)
  })

  it('want a version, but for a note and what waited on a device', async () => {
    const found = await aCover()
    const plain = await test.send('POST', `/api/cases/${found.id}/events`, { action: 'file' }, town.desk)
    expect((await codeOf(plain)).slice(0, 2)).toEqual([428, 'if_match_required'])
    const note = await test.send('POST', `/api/cases/${found.id}/events`, { action: 'note', text: '又来看过' }, town.supervisor)
    expect(note.status).toBe(201)
  })

  it('that waited on a device count once', async () => {
    const sent = await dispatched()
    const body = { action: 'report_back', text: '修好了', client_id: randomUUID() }
    const send = () => test.send('POST', `/api/cases/${sent.id}/events`, body, town.worker)
    const answers = [await send(), await send()]
    expect(answers.map(({ status }) => status)).toEqual([201, 200])
    expect((await read(sent)).events).toHaveLength(4)
  })

  it('are not for whose they are not', async () => {
    const sent = await dispatched()
    expect((await codeOf(await take(test, sent, { action: 'accept' }, town.chief)))[1]).toBe('step_not_yours')
    expect((await codeOf(await take(test, sent, { action: 'extend', text: '雨', until: ago(-99) }, town.worker)))[1]).toBe(
      'step_not_yours',
    )
    expect((await read(sent, town.worker)).may.sort()).toEqual(['accept', 'ask_extension', 'note', 'report_back', 'return'])
    expect((await read(sent, town.supervisor)).may).toEqual(['note'])
  })

  it('want a reason where something goes back', async () => {
    const sent = await dispatched()
    expect(await codeOf(await take(test, sent, { action: 'return' }, town.worker))).toEqual([422, 'step_reason_missing', 'text'])
    const returned = await taken(test, sent, { action: 'return', text: '产权不属我局' }, town.worker)
    expect(returned).toMatchObject({ stage: 'filed', organisation: null, returns: 1 })
    const again = await taken(test, returned, { action: 'dispatch', handler_id: town.chiefId }, town.desk)
    expect([again.person.name, again.closing_due_at]).toEqual(['村河长', sent.closing_due_at])
  })

  it('do again what was not done, within what is left of the time', async () => {
    const back = await taken(test, await dispatched(), { action: 'report_back', text: '好了' }, town.worker)
    const again = await taken(test, back, { action: 'rework', text: '没有换' }, town.supervisor)
    expect(again).toMatchObject({ stage: 'handling', reworks: 1, stage_due_at: back.handle_due_at })
  })

  it('give more time only when that is more, and then the whole ends later too', async () => {
    const sent = await dispatched()
    const early = { action: 'extend', text: '等料', until: new Date(Date.parse(sent.handle_due_at) - 1000).toISOString() }
    expect(await codeOf(await take(test, sent, early, town.desk))).toEqual([422, 'extension_not_later', 'until'])
    const until = new Date(Date.parse(sent.handle_due_at) + 5 * 86_400_000).toISOString()
    const asked = await taken(test, sent, { action: 'ask_extension', text: '等料', until }, town.worker)
    expect([asked.extension_asked, asked.stage_due_at]).toEqual([until, sent.stage_due_at])
    const { queues } = await test.json('/api/cases/counts', town.desk)
    expect(queues.extension).toBeGreaterThan(0)
    const granted = await taken(test, asked, { action: 'extend', text: '同意', until }, town.desk)
    expect(granted).toMatchObject({ extension_asked: null, handle_due_at: until, extensions: 1 })
    expect(Date.parse(granted.closing_due_at)).toBeGreaterThan(Date.parse(sent.closing_due_at))
    expect((await codeOf(await take(test, granted, { action: 'refuse_extension', text: '不' }, town.desk)))[1]).toBe(
      'step_not_now',
    )
  })

  it('leave asking for time to whom the case was given: the desk gives it unasked, and has nothing to refuse', async () => {
    const sent = await dispatched()
    expect(sent.may).toContain('extend')
    expect(sent.may).not.toContain('ask_extension')
    expect(sent.may).not.toContain('refuse_extension')
    const until = new Date(Date.parse(sent.handle_due_at) + 86_400_000).toISOString()
    expect((await codeOf(await take(test, sent, { action: 'ask_extension', text: '等料', until }, town.desk)))[1]).toBe(
      'step_not_yours',
    )
    expect(await taken(test, sent, { action: 'extend', text: '暴雨', until }, town.desk)).toMatchObject({ handle_due_at: until })
  })

  it('let nobody verify his own work', async () => {
    const both = await test.signIn(
      [
        { role: 'river_chief', territory_code: TOWN },
        { role: 'supervisor', territory_code: TOWN },
      ],
      { person_id: town.chiefId },
    )
    const filed = await taken(test, await aCover(), { action: 'file' }, town.desk)
    const sent = await taken(test, filed, { action: 'dispatch', handler_id: town.chiefId }, town.desk)
    const back = await taken(test, sent, { action: 'report_back', text: '好' }, both)
    expect((await codeOf(await take(test, back, { action: 'verify' }, both)))[1]).toBe('step_own_work')
  })

  it('merge a case into an open one, never into itself, an ended one, or in a ring', async () => {
    const [one, other] = [await aCover(), await aCover()]
    expect((await codeOf(await take(test, one, { action: 'merge', merged_into: one.id }, town.desk)))[1]).toBe(
      'merge_target_unfit',
    )
    const answers = await Promise.all([
      take(test, one, { action: 'merge', merged_into: other.id }, town.desk),
      take(test, other, { action: 'merge', merged_into: one.id }, town.desk),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422])
    const [merged, kept] = answers[0]!.status === 201 ? [one, other] : [other, one]
    expect((await read(merged)).merged_into.number).toBe(kept.number)
    expect((await read(kept)).merged.map(({ number }: Json) => number)).toEqual([merged.number])
  })

  it('are never changed afterwards', async () => {
    const found = await aCover()
    for (const statement of [
      sql`update case_events set text = 'x'`,
      sql`delete from case_events where case_id = ${found.id}::integer`,
    ])
      await expect(test.database.query(statement)).rejects.toThrow()
  })
})

describe('the owner', () => {
  const aRiverCase = async (place: readonly [number, number], given: Json = {}) =>
    collected(test, await aCase(test, place, { kind: 'R0202', source: 'river_patrol', ...given }), town.chief)

  /*
   *   ~~~~0.3 km~~~~>     the chief of the segment has it at once, with chainage and bank; water runs east, so north is left
   */
  it('of a river problem is the chief of the segment, without waiting for the desk', async () => {
    const found = await aRiverCase([0.3, 0.52])
    expect(found).toMatchObject({ stage: 'dispatched', bank: 'left' })
    expect(found.chainage_m).toBeCloseTo(300, 0)
    expect(found.handler.person).toMatchObject({ name: '村河长', mobile: '13800000001' })
    expect(found.events.map(({ action, account_name }: Json) => [action, account_name !== ''])).toEqual([
      ['collect', true],
      ['file', false],
      ['dispatch', false],
    ])
    expect((await aRiverCase([0.3, 0.48])).bank).toBe('right')
  })

  it('is nobody whose term has ended: then the department has it', async () => {
    const segment = await idOf(test.database, 'river_segments', `${COUNTY}000002`)
    const person_id = await storePerson(test.database, '前河长', { territory_code: EAST })
    const yesterday = new Date(Date.now() - 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)
    await assign(test.database, {
      layer: 'river_segments',
      object_id: segment,
      role: 'river_chief_village',
      person_id,
      to: yesterday,
    })
    const found = await aRiverCase([1.5, 0.5])
    expect([found.segment_id, found.person, found.organisation.name]).toEqual([segment, null, '城管局'])
  })

  it('and the deadline are told before anything is sent, with what is known nearby', async () => {
    const known = await aRiverCase([0.7, 0.5])
    const [lon, lat] = await placeOf(test.database, 0.71, 0.5)
    const told = await test.json(`/api/cases/proposal?kind=R0201&lon=${lon}&lat=${lat}`, town.chief)
    expect(told).toMatchObject({ by: 'segment', files_itself: true, in_no_grid: false })
    expect(told.handler.person.name).toBe('村河长')
    expect(told.river.chainage_m).toBeCloseTo(710, 0)
    expect(Date.parse(told.handle_due_at)).toBeGreaterThan(Date.now())
    expect(told.nearby.map(({ id }: Json) => id)).toContain(known.id)
  })

  it('of a case in no grid is the department', async () => {
    await test.database.query(sql`update grids set valid_to = today() where code like ${`${EAST}%`}`)
    const found = await collected(test, await aCase(test, [1.5, 0.3]), town.supervisor)
    expect(found.grids).toEqual([])
    const [lon, lat] = await placeOf(test.database, 1.5, 0.3)
    const told = await test.json(`/api/cases/proposal?kind=C0101&lon=${lon}&lat=${lat}`, town.supervisor)
    expect([told.in_no_grid, told.by, told.handler.organisation.name]).toEqual([true, 'department', '城管局'])
  })

  it('can be chosen among those of the territory, the proposed one first', async () => {
    const found = await aCover()
    const { proposed, organisations, people } = await test.json(`/api/cases/${found.id}/handlers?q=`, town.desk)
    expect(proposed.organisation_id).toBe(town.cityId)
    expect(organisations[0].name).toBe('城管局')
    expect((await test.json(`/api/cases/${found.id}/handlers?q=${encodeURIComponent('村河')}`, town.desk)).people).toHaveLength(1)
    expect(people.length).toBeGreaterThan(1)
  })
})

describe('evidence', () => {
  const send = (found: Json, number: number, photo: Uint8Array, headers: Json) =>
    fetch(`${test.url}/api/cases/${found.id}/events/${number}/photos`, {
      method: 'POST',
      headers: { ...test.administrator, ...headers },
      body: photoForm(photo),
    })

  it('belongs to its step, counts once, and is seen by whoever sees the case', async () => {
    const found = await aCover()
    const answers = [await send(found, 1, PLAIN.jpeg, town.supervisor), await send(found, 1, PLAIN.jpeg, town.supervisor)]
    expect(answers.map(({ status }) => status)).toEqual([201, 200])
    const { events, photos } = await read(found)
    expect([events[0].photos.length, photos]).toEqual([1, 1])
    expect((await test.get(`/api/cases/${found.id}/photos/${events[0].photos[0].id}`, town.desk)).status).toBe(200)
    const other = await aCover()
    expect((await test.get(`/api/cases/${other.id}/photos/${events[0].photos[0].id}`, town.desk)).status).toBe(404)
  })

  it('is no zip, no SVG with a script, and nobody else can add to it', async () => {
    const found = await aCover()
    const zip = await send(found, 1, new Uint8Array(Buffer.from('PK\x03\x04')), town.supervisor)
    expect((await codeOf(zip)).slice(0, 2)).toEqual([415, 'photo_unsupported'])
    const svg = await send(
      found,
      1,
      new Uint8Array(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')),
      town.supervisor,
    )
    expect((await codeOf(svg)).slice(0, 2)).toEqual([415, 'photo_unsupported'])
    expect((await codeOf(await send(found, 1, PLAIN.png, town.desk)))[1]).toBe('case_photo_not_yours')
  })
})

describe('lists', () => {
  it('hold what the queue says, and the counts say how many', async () => {
    const { queues } = await test.json('/api/cases/counts', town.desk)
    for (const queue of Object.keys(queues)) {
      const { total, cases } = await test.json(`/api/cases?queue=${queue}&limit=500`, town.desk)
      expect([queue, total, cases.length]).toEqual([queue, queues[queue], queues[queue]])
    }
  })

  it('are mine: reported by me, or in my hands', async () => {
    const sent = await dispatched()
    const { cases } = await test.json('/api/cases?handled_by_me=true&limit=500', town.worker)
    expect(cases.map(({ id }: Json) => id)).toContain(sent.id)
    expect((await test.json('/api/cases?mine=true', town.worker)).total).toBe(0)
    expect((await test.json('/api/cases/counts', town.worker)).mine).toBeGreaterThan(0)
  })

  it('find by number, text and kind', async () => {
    const found = await aCover({ text: '缺了一块铁盖100%' })
    for (const q of [found.number, '铁盖100%'])
      expect((await test.json(`/api/cases?q=${encodeURIComponent(q)}`, town.desk)).cases.map(({ id }: Json) => id)).toEqual([
        found.id,
      ])
    expect((await test.json('/api/cases?q=%25', town.desk)).total).toBe(1)
  })

  it.each(['queue=all', 'stage=x', 'kind=1', 'person=0', 'from=2026-01-02&to=2026-01-01', 'outcome=late', 'wrong=1'])(
    'refuse %s',
    async (query) => expect((await test.get(`/api/cases?${query}`, town.desk)).status).toBe(400),
  )
})
