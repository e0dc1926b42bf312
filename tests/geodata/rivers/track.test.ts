import { describe, expect, it } from 'vitest'
import { LONGEST_TRACK_MS, MOST_FIXES, readTrack } from '#geodata/rivers/index.ts'

const AT = Date.parse('2026-03-02T00:00:00Z')
const GOOD = [
  [113.2, 35.1, AT, 5],
  [113.2001, 35.1, AT + 10_000, null],
] as const

describe('a track', () => {
  it('is read from rows of longitude, latitude, moment and accuracy', () => {
    expect(readTrack(GOOD)).toEqual({
      kind: 'track',
      fixes: [
        { longitude: 113.2, latitude: 35.1, at: AT, accuracy_m: 5 },
        { longitude: 113.2001, latitude: 35.1, at: AT + 10_000, accuracy_m: null },
      ],
    })
  })

  it('may leave out the accuracy, and one below 0 is how some devices say that they do not know', () => {
    const read = readTrack([
      [113.2, 35.1, AT],
      [113.2, 35.1, AT + 1, -1],
    ])
    expect(read.kind === 'track' && read.fixes.map((fix) => fix.accuracy_m)).toEqual([null, null])
  })

  const second = (...row: readonly unknown[]) => [GOOD[0], row]
  it.each([
    ['not_a_track', null, { length: 3 }],
    ['not_a_track', null, undefined],
    ['not_a_track', 1, [GOOD[0], { longitude: 113.2, latitude: 35.1 }]],
    ['not_a_track', 1, [GOOD[0], '113.2,35.1']],
    ['too_few_points', null, []],
    ['too_few_points', null, [GOOD[0]]],
    ['too_many_points', null, Array.from({ length: MOST_FIXES + 1 }, () => GOOD[0])],
    ['too_many_points', null, Array.from({ length: 100_000 })],
    ['not_a_number', 1, second('113.2', 35.1, AT, 5)],
    ['not_a_number', 1, second(113.2, Number.NaN, AT, 5)],
    ['not_a_number', 1, second(113.2, 35.1, Infinity, 5)],
    ['not_a_number', 1, second(113.2, 35.1, 9e15, 5)],
    ['not_a_number', 1, second(113.2, 35.1, AT, '5')],
    ['not_a_number', 1, second(113.2, 35.1)],
    ['outside_the_earth', 1, second(181, 35.1, AT, 5)],
    ['outside_the_earth', 1, second(113.2, -90.1, AT, 5)],
    ['too_long_a_time', null, second(113.2, 35.1, AT + LONGEST_TRACK_MS + 1, 5)],
    ['too_long_a_time', null, second(113.2, 35.1, 0, 5)],
  ])('is refused as %s, with the row at fault (%s)', (reason, at, track) => {
    expect(readTrack(track)).toEqual({ kind: 'refused', reason, at })
  })

  it('of as many fixes as are allowed is read', () => {
    const track = Array.from({ length: MOST_FIXES }, (_, i) => [113.2, 35.1, AT + i * 1000, 5])
    expect(readTrack(track).kind).toBe('track')
  })
})
