// JIANGLI_FABRIC_EDITS=10000 JIANGLI_FABRIC_RUNS=5 is the long run; without them a short one.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runEdits, type Tally } from './edit_run.ts'

const EDITS = Number(process.env.JIANGLI_FABRIC_EDITS ?? 300)
const RUNS = Number(process.env.JIANGLI_FABRIC_RUNS ?? 5)

function shares(tallies: Iterable<Tally>): { accepted: number; asked: number } {
  const sum = { accepted: 0, asked: 0 }
  for (const { accepted, refused } of tallies) {
    sum.accepted += accepted
    sum.asked += accepted + Object.values(refused).reduce((a, b) => a + b, 0)
  }
  return sum
}

test('no sequence of edits opens a gap, makes an overlap or cannot be undone to the byte, and three in five are accepted', {
  timeout: 60_000 + EDITS * RUNS * 100,
}, () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
      const { tallies, cells } = runEdits(seed, EDITS, () => 0)
      expect(cells).toBeGreaterThanOrEqual(300)
      const { accepted, asked } = shares(tallies.values())
      expect(asked).toBe(EDITS)
      expect(accepted / asked).toBeGreaterThanOrEqual(0.6)
    }),
    { seed: 20260419, numRuns: RUNS, endOnFailure: true },
  )
})
