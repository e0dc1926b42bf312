// When something was noted, by a clock that may be wrong.
import { expect, it } from 'vitest'
import { judgeClock } from '#geodata/damage/clock.ts'

const began = Date.parse('2026-03-15T02:00:00Z')
const received = Date.parse('2026-03-15T05:00:00Z')
const MINUTE = 60_000
const YEAR = 365 * 86_400_000
const judge = (noted: number, sent: number | null) => judgeClock({ noted, sent, received, began })

it('a right clock is believed', () => {
  const noted = received - 90 * MINUTE
  expect(judge(noted, received)).toEqual({ state: 'right', at: noted, offset_s: 0 })
  expect(judge(noted, received - MINUTE)).toEqual({ state: 'right', at: noted, offset_s: 60 })
  expect(judge(noted, null)).toEqual({ state: 'right', at: noted, offset_s: null })
})

it.each([
  ['1970', Date.parse('1970-01-01T00:10:00Z')],
  ['2099', Date.parse('2099-12-31T23:00:00Z')],
  ['an hour late', received - 60 * MINUTE],
])('a clock in %s that was as wrong at sending is corrected by how wrong it was', (_, sent) => {
  expect(judge(sent - 5 * MINUTE, sent)).toMatchObject({ state: 'corrected', at: received - 5 * MINUTE })
})

it('a clock that was set between noting and sending is of no use: what counts is when it arrived', () => {
  expect(judge(received - 50 * YEAR, received)).toMatchObject({ state: 'implausible', at: received })
  expect(judge(received + 50 * YEAR, received)).toMatchObject({ state: 'implausible', at: received })
})

it('nobody notes what has not begun, or is to come', () => {
  expect(judge(began - 2 * 60 * MINUTE, received).state).toBe('implausible')
  expect(judge(began - 30 * MINUTE, received).state).toBe('right')
  expect(judge(received + 10 * MINUTE, null)).toEqual({ state: 'implausible', at: received, offset_s: null })
})

it('a report is never from later than it arrived', () => {
  expect(judge(received + MINUTE, null)).toEqual({ state: 'right', at: received, offset_s: null })
})
