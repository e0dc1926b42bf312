import { afterEach, describe, expect, test, vi } from 'vitest'
import type { CaseKind, EvaluationRow } from '#geodata/cases/records.ts'
import { formatRate, sorted } from '../../web/cases/evaluation/columns.ts'
import { listBehind } from '../../web/cases/evaluation/numbers.ts'
import { lastOfBulletin, moved, notAfterToday, periodOf } from '../../web/cases/evaluation/period.ts'
import { bodyOfEdition, draftOf, faultsOf } from '../../web/cases/kinds/edition.ts'

describe('periods', () => {
  afterEach(() => void vi.useRealTimers())

  test('are counted up to today, and in a bulletin up to yesterday by the day in China', () => {
    vi.useFakeTimers({ now: new Date('2026-03-03T17:00:00Z') })
    const month = periodOf('month', '2026-03-04')
    expect([notAfterToday(month.to), lastOfBulletin(month)]).toEqual(['2026-03-04', '2026-03-03'])
    const before = moved(month, -1)
    expect([notAfterToday(before.to), lastOfBulletin(before)]).toEqual(['2026-02-28', '2026-02-28'])
    expect(lastOfBulletin({ from: '2026-03-04', to: '2026-03-10' })).toBeUndefined()
  })

  test('a week is from Monday to Sunday, also over the end of a year', () => {
    expect(periodOf('week', '2026-03-04')).toEqual({ kind: 'week', from: '2026-03-02', to: '2026-03-08' })
    expect(periodOf('week', '2027-01-01')).toEqual({ kind: 'week', from: '2026-12-28', to: '2027-01-03' })
  })

  test('a month ends on its own last day', () => {
    expect(periodOf('month', '2028-02-10')).toEqual({ kind: 'month', from: '2028-02-01', to: '2028-02-29' })
  })

  test('twelve months are whole ones, and move by one', () => {
    const year = periodOf('year', '2026-03-04')
    expect(year).toEqual({ kind: 'year', from: '2025-04-01', to: '2026-03-31' })
    expect(moved(year, -1)).toEqual({ kind: 'year', from: '2025-03-01', to: '2026-02-28' })
    expect(moved(year, 1)).toEqual({ kind: 'year', from: '2025-05-01', to: '2026-04-30' })
  })

  test.each(['week', 'month'] as const)('one %s on and one back is the same', (kind) => {
    const period = periodOf(kind, '2026-01-31')
    expect(moved(moved(period, 1), -1)).toEqual(period)
  })

  test('days of somebody’s own are followed by as many', () => {
    expect(moved({ kind: 'own', from: '2026-03-01', to: '2026-03-10' }, 1)).toEqual({
      kind: 'own',
      from: '2026-03-11',
      to: '2026-03-20',
    })
  })
})

describe('the list behind a number', () => {
  const asked = {
    from: '2026-03-01',
    to: '2026-03-31',
    scheme: 'governance',
    level: 2,
    territory: '411825001',
    subject: null,
  } as const

  test('a row narrows it to what the row is about', () => {
    expect(listBehind({ ...asked, by: 'organisation' }, { key: '4' }, 'closed')).toEqual({
      from: '2026-03-01',
      to: '2026-03-31',
      outcome: 'closed',
      territory: '411825001',
      organisation: '4',
    })
    expect(listBehind({ ...asked, by: 'grid' }, { key: '411825001001001' }, 'due')).toMatchObject({
      scheme: 'governance',
      grid: '411825001001001',
    })
    expect(listBehind({ ...asked, by: 'town' }, { key: '411825002' }, 'filed')).toMatchObject({ territory: '411825002' })
  })

  test('the total is not narrowed, and what is nobody’s is no list', () => {
    expect(listBehind({ ...asked, by: 'person' }, null, 'filed')).not.toHaveProperty('person')
    expect(listBehind({ ...asked, by: 'person' }, { key: null }, 'filed')).toBeNull()
  })
})

test('what there is nothing of stands last, whichever way it is sorted', () => {
  const row = (name: string, closing_rate: number | null) => ({ name, closing_rate }) as EvaluationRow
  const rows = [row('甲', null), row('乙', 0.5), row('丙', 0.9)]
  const names = (isDown: boolean) => sorted(rows, { column: 'closing_rate', isDown }).map(({ name }) => name)
  expect(names(true)).toEqual(['丙', '乙', '甲'])
  expect(names(false)).toEqual(['乙', '丙', '甲'])
})

test('a rate is said to a tenth of a per cent', () => {
  expect(formatRate(24_501 / 24_922)).toBe('98.3%')
  expect(formatRate(null)).toBe('—')
})

describe('a new edition of a kind', () => {
  const limit = { amount: 1, unit: 'working_hours' } as const
  const kind = {
    limits: { file: limit, dispatch: limit, handle: { amount: 2, unit: 'working_days' }, verify: limit, close: limit },
    owner_rule: [{ object: ['keeper'] }, { department: 'city' }],
    files_itself: false,
    urgent: false,
    source: '通行做法',
    edition: '2026-1',
  } as unknown as CaseKind
  const draft = draftOf(kind, '2026-04-01')

  test('what is taken over as it is has no faults and says the same', () => {
    expect(faultsOf(draft, '2026-03-04')).toEqual([])
    expect(bodyOfEdition(draft)).toMatchObject({ limits: kind.limits, owner_rule: kind.owner_rule, valid_from: '2026-04-01' })
  })

  test('limits are more than nothing, rules end with a department, and no day is past', () => {
    const wrong = {
      ...draft,
      limits: { ...draft.limits, handle: { amount: '0', unit: 'hours' as const } },
      owner_rule: [{ object: [] }],
      source: ' ',
      valid_from: '2026-03-03',
    }
    expect(faultsOf(wrong, '2026-03-04')).toEqual(['handle', 'owner_rule', 'source', 'valid_from'])
  })
})
