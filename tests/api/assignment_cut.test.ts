// Whoever takes over stretches: before and after, each metre on each day belongs to exactly one.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cut, type Held, meet, type Stretch } from '#api/assignments/cut.ts'

const LENGTH = 20
const DAYS = 12
const EXTENT = { begin_m: 0, end_m: LENGTH }
const day = (number: number) => `2026-01-${String(number + 1).padStart(2, '0')}`

const stretches: fc.Arbitrary<Stretch> = fc.oneof(
  fc.constant({ chainage_from_m: null, chainage_to_m: null }),
  fc
    .tuple(fc.integer({ min: 0, max: LENGTH - 1 }), fc.integer({ min: 1, max: LENGTH }))
    .map(([from, length]) => ({ chainage_from_m: from, chainage_to_m: Math.min(LENGTH, from + length) })),
)
const helds: fc.Arbitrary<Held> = fc
  .tuple(stretches, fc.integer({ min: 0, max: DAYS - 1 }), fc.option(fc.integer({ min: 1, max: DAYS })))
  .map(([stretch, from, length]) => ({
    ...stretch,
    valid_from: day(from),
    valid_to: length === null ? null : day(Math.min(DAYS, from + length)),
  }))

const holds = (piece: Held, metre: number, at: string): boolean =>
  piece.valid_from <= at &&
  (piece.valid_to === null || piece.valid_to > at) &&
  (piece.chainage_from_m === null || (piece.chainage_from_m <= metre && metre < piece.chainage_to_m!))

it('a holder keeps exactly what he held and nobody took, each metre once', () => {
  fc.assert(
    fc.property(helds, fc.array(helds, { maxLength: 4 }), (held, all) => {
      const takes = all.filter((one) => one.valid_from >= held.valid_from)
      const pieces = cut(held, takes, EXTENT)
      for (let number = 0; number <= DAYS; number++)
        for (let metre = 0; metre < LENGTH; metre++) {
          const at = day(number)
          // Taken on a day is taken for good.
          const isTaken = takes.some((one) => one.valid_from <= at && holds({ ...one, valid_to: null }, metre, at))
          const count = pieces.filter((piece) => holds(piece, metre, at)).length
          expect(count, `metre ${metre} on ${at}`).toBe(holds(held, metre, at) && !isTaken ? 1 : 0)
        }
    }),
    { numRuns: 500 },
  )
})

it('takers that do not meet each other and the holder’s rest fill the object without a gap or an overlap', () => {
  fc.assert(
    fc.property(fc.array(stretches, { minLength: 1, maxLength: 5 }), (all) => {
      const takers = all.filter((one, place) => all.slice(0, place).every((other) => !meet(one, other)))
      const whole: Held = { chainage_from_m: null, chainage_to_m: null, valid_from: day(0), valid_to: null }
      const takes = takers.map((stretch) => ({ ...whole, ...stretch, valid_from: day(5) }))
      const after = [...cut(whole, takes, EXTENT), ...takes]
      for (let metre = 0; metre < LENGTH; metre++)
        for (const at of [day(4), day(5), day(9)]) expect(after.filter((piece) => holds(piece, metre, at)).length).toBe(1)
    }),
    { numRuns: 500 },
  )
})
