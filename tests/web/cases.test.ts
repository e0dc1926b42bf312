// The pure parts of the cases workspace.
import { describe, expect, test } from 'vitest'
import type { Action, Stage } from '#geodata/cases/flow.ts'
import type { CaseEvent, CaseKind, CaseRow } from '#geodata/cases/records.ts'
import { withoutRepeats } from '../../web/cases/desk/rows.ts'
import { stepLine } from '../../web/cases/detail/step_line.ts'
import { formatDue } from '../../web/cases/due.ts'
import {
  type CaseFilter,
  conditionsOf,
  filterQuery,
  readCaseFilter,
  withFilter,
  writeCaseFilter,
} from '../../web/cases/filter.ts'
import { hereOf } from '../../web/cases/here/subject_of.ts'
import { inOrder, isMain, nameOfStep, stepOfKey } from '../../web/cases/keys.ts'
import { inputMoment, momentOfInput } from '../../web/cases/moments.ts'
import { proposalAsked } from '../../web/cases/report/asked.ts'
import { bodyOf, EMPTY_CASE } from '../../web/cases/report/case_draft.ts'
import { classesOf, currentKinds, matching, withRecent } from '../../web/cases/report/kinds.ts'
import { nearThings } from '../../web/cases/report/near.ts'
import { bodyOfStep, EMPTY_STEP, missingOf } from '../../web/cases/steps/draft.ts'
import { proposedWhom } from '../../web/cases/steps/whom.ts'

describe('what is asked for', () => {
  test.each<[string, CaseFilter]>([
    ['a kind of a town', { kind: 'C0101', territory: '411825001' }],
    ['words with what separates', { q: '东街,小学: 门前 100%' }],
    ['an outcome of some days', { from: '2026-03-01', to: '2026-03-31', outcome: 'closed_on_time' }],
    ['what lies in a grid', { scheme: 'governance', grid: '411825001001001' }],
  ])('%s survives the way through the address', (_, filter) => {
    expect(readCaseFilter(writeCaseFilter(filter))).toEqual(filter)
  })

  test('what an address says of things that are no condition is left out', () => {
    expect(readCaseFilter('colour:red,kind:C0101,kind,q:%E0%A4%A')).toEqual({ kind: 'C0101' })
    expect(readCaseFilter(null)).toEqual({})
  })

  test('a period with an outcome is one condition, the order is none', () => {
    const filter = { subject: 'river', from: '2026-03-01', to: '2026-03-31', outcome: 'due', sort: 'found' }
    expect(conditionsOf(filter)).toEqual([['subject'], ['from', 'to', 'outcome']])
  })

  test('a condition without a value is taken away', () => {
    expect(withFilter({ q: 'a', kind: 'C0101' }, { q: '', kind: undefined })).toEqual({})
  })

  test('all queues together are no queue for the server', () => {
    expect(filterQuery('all', { mine: 'true' })).toBe('mine=true')
    expect(filterQuery('overdue', {}, { limit: '100' })).toBe('queue=overdue&limit=100')
  })
})

const event = (number: number, action: Action, stage: Stage, account_name = '李'): CaseEvent => ({
  number,
  action,
  stage,
  at: '2026-03-04T02:00:00Z',
  account_name,
  organisation: null,
  person: null,
  stage_due_at: null,
  until: null,
  merged_into: null,
  text: null,
  photos: [],
})

describe('the seven steps', () => {
  const states = (stage: Stage, events: readonly CaseEvent[]) => stepLine(stage, events).map(({ state }) => state)

  test('what is done, what is waited for, what is still to come', () => {
    const events = [event(1, 'collect', 'collected'), event(2, 'file', 'filed')]
    expect(states('filed', events)).toEqual(['done', 'done', 'now', 'todo', 'todo', 'todo', 'todo'])
  })

  test('a case that was sent back waits for what had been done once', () => {
    const events = [
      event(1, 'collect', 'collected'),
      event(2, 'file', 'filed'),
      event(3, 'dispatch', 'dispatched'),
      event(4, 'return', 'filed'),
    ]
    const line = stepLine('filed', events)
    expect(line[2]).toEqual({ stage: 'dispatched', state: 'now', event: null })
  })

  test('a step is told by whoever took it last', () => {
    const events = [
      event(1, 'collect', 'collected'),
      event(2, 'file', 'filed'),
      event(3, 'dispatch', 'dispatched', '甲'),
      event(4, 'reassign', 'dispatched', '乙'),
    ]
    expect(stepLine('dispatched', events)[2]!.event?.account_name).toBe('乙')
  })

  test('a case that was reported back without being accepted has passed that step over', () => {
    const events = [event(1, 'collect', 'collected'), event(2, 'report_back', 'reported_back')]
    expect(stepLine('reported_back', events)[3]).toEqual({ stage: 'handling', state: 'done', event: null })
  })

  test('a dismissed case waits for nothing', () => {
    const events = [event(1, 'collect', 'collected'), event(2, 'dismiss', 'dismissed')]
    expect(states('dismissed', events)).toEqual(['done', 'todo', 'todo', 'todo', 'todo', 'todo', 'todo'])
  })
})

describe('steps', () => {
  test('a letter takes the step that can be taken', () => {
    expect(stepOfKey('d', ['reassign', 'note'])).toBe('reassign')
    expect(stepOfKey('d', ['dispatch', 'note'])).toBe('dispatch')
    expect(stepOfKey('c', ['note'])).toBeUndefined()
  })

  test('what takes the case further comes first', () => {
    expect(inOrder(['note', 'merge', 'dismiss', 'file'], false)).toEqual(['file', 'merge', 'dismiss', 'note'])
  })

  test('more time stands out where it was asked for; else it is one of the desk’s means', () => {
    const may = ['accept', 'reassign', 'extend', 'refuse_extension', 'note'] as const
    expect(inOrder(may, true)).toEqual(['extend', 'refuse_extension', 'accept', 'reassign', 'note'])
    expect([isMain('extend', may, true), nameOfStep('extend', true)]).toEqual([true, 'extend'])
    const unasked = ['accept', 'reassign', 'extend', 'note'] as const
    expect(inOrder(unasked, false)).toEqual(['accept', 'reassign', 'extend', 'note'])
    expect([isMain('extend', unasked, false), nameOfStep('extend', false)]).toEqual([false, 'give_time'])
  })

  test('a step says what it lacks', () => {
    const now = Date.parse('2026-03-04T02:00:00Z')
    expect(missingOf('file', EMPTY_STEP, now)).toBeNull()
    expect(missingOf('return', { ...EMPTY_STEP, text: '  ' }, now)).toBe('text')
    expect(missingOf('reassign', { ...EMPTY_STEP, text: '…' }, now)).toBe('whom')
    expect(missingOf('merge', EMPTY_STEP, now)).toBe('into')
    const until = (iso: string) => missingOf('extend', { ...EMPTY_STEP, text: '…', until: iso }, now)
    expect([until('2026-03-04T02:00:00Z'), until('2026-03-05T02:00:00Z')]).toEqual(['until', null])
  })

  test('only what a step needs is sent with it', () => {
    const draft = {
      ...EMPTY_STEP,
      text: ' 请尽快 ',
      until: '2026-03-05T02:00:00Z',
      into: 7,
      whom: { organisation_id: 3, handler_id: null, name: '', aside: '' },
    }
    expect(bodyOfStep('dispatch', draft)).toEqual({ action: 'dispatch', text: '请尽快', organisation_id: 3 })
    expect(bodyOfStep('merge', draft)).toEqual({ action: 'merge', text: '请尽快', merged_into: 7 })
    expect(bodyOfStep('close', EMPTY_STEP)).toEqual({ action: 'close' })
  })

  test('whom the rule names is found among those whom it can be given', () => {
    const city = { id: 4, name: '城管局', name_en: null }
    const people = [{ id: 9, name: '王', name_en: 'Wang', organisation: city, post: '队员' }]
    const handlers = (handler_id: number | null) => ({
      proposed: { organisation_id: 4, handler_id },
      organisations: [city],
      people,
    })
    expect(proposedWhom(handlers(9), 'en')).toMatchObject({ handler_id: 9, name: 'Wang', aside: '城管局 · 队员' })
    expect(proposedWhom(handlers(null), 'zh-CN')).toMatchObject({ organisation_id: 4, handler_id: null, name: '城管局' })
  })

  test('a day and a time are those of offices in China', () => {
    expect(inputMoment('2026-03-04T18:30:00Z')).toBe('2026-03-05T02:30')
    expect(momentOfInput('2026-03-05T02:30')).toBe('2026-03-04T18:30:00.000Z')
    expect(momentOfInput('')).toBeNull()
  })

  test('a deadline is said as near as it is', () => {
    const now = Date.parse('2026-03-04T02:00:00Z')
    expect(formatDue('2026-03-04T09:30:00Z', now, 'zh-CN')).toBe('今天 17:30')
    expect(formatDue('2026-03-05T01:00:00Z', now, 'zh-CN')).toBe('明天 09:00')
    expect(formatDue('2026-03-09T02:00:00Z', now, 'zh-CN')).toBe('3月9日 10:00')
    expect(formatDue('2027-01-04T02:00:00Z', now, 'en')).toBe('4 Jan 2027 10:00')
  })
})

describe('a report', () => {
  const kind = (code: string, name: string, more: Partial<CaseKind> = {}) =>
    ({
      code,
      name,
      name_en: '',
      class_name: '公用设施',
      class_name_en: 'Utilities',
      valid_from: '2015-01-01',
      valid_to: null,
      ...more,
    }) as CaseKind

  test('kinds are found by the beginning of a name before the middle of one, and by their class last', () => {
    const kinds = [kind('C0114', '无主井盖'), kind('C0118', '路灯'), kind('C0131', '井'), kind('C0101', '上水井盖')]
    expect(matching(kinds, '井').map(({ name }) => name)).toEqual(['井', '无主井盖', '上水井盖'])
    expect(matching(kinds, 'c0118').map(({ name }) => name)).toEqual(['路灯'])
    expect(matching(kinds, '公用')).toHaveLength(4)
  })

  test('of several editions that of the day counts', () => {
    const kinds = [
      kind('C0101', '旧', { valid_to: '2026-03-01' }),
      kind('C0101', '今', { valid_from: '2026-03-01' }),
      kind('C0101', '后', { valid_from: '2026-04-01' }),
    ]
    expect(currentKinds(kinds, '2026-03-01').map(({ name }) => name)).toEqual(['今'])
  })

  test('kinds stand by class', () => {
    expect(classesOf([kind('C0101', '甲'), kind('E0101', '乙'), kind('C0102', '丙')]).map((each) => each.length)).toEqual([2, 1])
  })

  test('what was reported last comes first, and no kind twice', () => {
    expect(withRecent(['a', 'b', 'c'], 'b')).toEqual(['b', 'a', 'c'])
    expect(withRecent(['1', '2', '3', '4', '5', '6'], '7')).toEqual(['7', '1', '2', '3', '4', '5'])
  })

  test('nothing is asked before kind and place are known, and some decimetres ask nothing new', () => {
    expect(proposalAsked({ kind: null, thing: null, segment_id: null }, [113, 35])).toBeNull()
    expect(proposalAsked({ kind: 'C0101', thing: { layer: 'hydrants', id: 3 }, segment_id: null }, [113.0000012, 35])).toEqual({
      kind: 'C0101',
      lon: '113.00000',
      lat: '35.00000',
      layer: 'hydrants',
      object_id: '3',
    })
  })

  test('what was left empty is said to be nothing', () => {
    const body = bodyOf({ ...EMPTY_CASE, text: '  ' }, 'C0101', { source: 'map', position: [113, 35] }, '现场补充')
    expect(body).toMatchObject({ kind: 'C0101', text: null, place: null, accuracy_m: null, same: null, note: '现场补充' })
  })

  //   50 m
  //  +-----------+
  //  |   a x     |   b is 60 m away
  test('the nearest things within 50 m are offered', () => {
    const at = (id: number, east: number) => ({
      type: 'Feature' as const,
      id,
      geometry: { type: 'Point' as const, coordinates: [113 + east / 91_200, 35] },
      properties: { code: `XHS${id}` },
    })
    const near = nearThings('hydrants', [at(1, 60), at(2, 30), at(3, -10)], [113, 35], 'zh-CN')
    expect(near.map(({ id }) => id)).toEqual([3, 2])
    expect(near[0]!.distance_m).toBeCloseTo(10, 0)
  })
})

test('a case that moved on between two pages stands in the list once', () => {
  const row = (id: number) => ({ id }) as CaseRow
  expect(withoutRepeats([row(1), row(2), row(1)]).map(({ id }) => id)).toEqual([1, 2])
})

test('areas have the cases within them, things those that are about them', () => {
  expect(hereOf('grids', 5, { scheme: 'fire', code: '411825001001001' }, null).filter).toEqual({
    scheme: 'fire',
    grid: '411825001001001',
  })
  expect(hereOf('river_segments', 8, {}, null).opening).toEqual({ source: 'river_patrol', segment_id: 8 })
  expect(hereOf('hydrants', 3, {}, [113, 35])).toEqual({
    filter: { layer: 'hydrants', object_id: '3' },
    opening: { source: 'supervisor', layer: 'hydrants', object_id: 3, longitude: 113, latitude: 35 },
  })
})
