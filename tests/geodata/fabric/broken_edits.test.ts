import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apply, EDIT_KINDS, type Edit, REFUSALS } from '#geodata/fabric/index.ts'
import { at, drawn } from './drawn.ts'

const fabric = drawn(['ab', 'cd'], { grids: ['AB', 'AB'], parents: { A: 'P', B: 'P' }, communities: ['xx', 'xx'] })

const wild = fc.oneof(
  fc.anything(),
  fc.constantFrom(
    'a',
    'b',
    'A',
    'B',
    'P',
    'z',
    null,
    undefined,
    ['a', 'b'],
    ['A', 'B'],
    [null],
    [{}],
    at(1, 1),
    [at(1, 0), at(1, 1)],
    [at(0, 1), 7],
  ),
)
const names = [
  'grids',
  'stroke',
  'from',
  'to',
  'between',
  'at',
  'cell',
  'grid',
  'new_grid',
  'cells',
  'into',
  'name',
  'parent',
  'faces',
  'without_faces',
  'without_grids',
]
const edit = fc.tuple(fc.constantFrom(...EDIT_KINDS), fc.dictionary(fc.constantFrom(...names), wild, { minKeys: 2, maxKeys: 16 }))
const full = fc.tuple(fc.constantFrom(...EDIT_KINDS), fc.record(Object.fromEntries(names.map((name) => [name, wild]))))
const face = fc.record({ id: wild, rings: wild, community: wild, grids: wild })
const grid = fc.record({
  id: wild,
  scheme: fc.constantFrom('s', 'z', 3),
  level: wild,
  name: wild,
  parent: wild,
  locked: wild,
  retired: wild,
})
const restored = fc
  .record({
    faces: fc.array(face),
    grids: fc.array(grid),
    without_faces: fc.array(fc.constantFrom('a', 'z')),
    without_grids: fc.array(fc.constantFrom('A', 'P')),
  })
  .map((parts) => ['restore', parts] as const)
const added = grid.map((parts) => ['add_grid', { grid: parts }] as const)

test('whatever is sent as an edit, the answer is a known code or a fabric, never an exception', () => {
  fc.assert(
    fc.property(fc.oneof(edit, full, restored, added), ([kind, parts]) => {
      const result = apply(fabric, { kind, ...parts } as unknown as Edit)
      if ('refused' in result) expect(Object.keys(REFUSALS)).toContain(result.refused.code)
      else expect('refused' in apply(result.fabric, result.reverse)).toBe(false)
    }),
    { seed: 11, numRuns: Number(process.env.JIANGLI_FABRIC_BROKEN ?? 3_000) },
  )
})
