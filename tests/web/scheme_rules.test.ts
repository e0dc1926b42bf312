// Rules of a scheme as its page lists them: the standard ones, its own in their place, and what would hold without.
import { expect, test } from 'vitest'
import type { Rule } from '#geodata/planning/index.ts'
import { ruleRows, withoutRule, withRule } from '../../web/planning/schemes/rule_rows.ts'

const own = (rule: Rule['rule'], level: number | null, maximum: number): Rule => ({
  rule,
  level,
  severity: 'error',
  minimum: null,
  maximum,
  source: '办法',
  edition: null,
})

test('a rule of the scheme stands in the place of the standard one, with that beside it; others follow in the order of rules', () => {
  const rows = ruleRows(3, true, [own('cells', 3, 16), own('households', 3, 150)])
  expect(rows.map(({ rule, isOwn, standard }) => [rule.rule, rule.level, rule.maximum, isOwn, standard?.maximum])).toEqual([
    ['cover', null, null, false, null],
    ['one_part', null, null, false, null],
    ['one_community', null, null, false, null],
    ['households', 2, 500, false, 500],
    ['households', 3, 150, true, 130],
    ['cells', 3, 16, true, undefined],
    ['span', 2, 9, false, 9],
    ['sliver', null, null, false, null],
    ['code', null, null, false, null],
    ['name', null, null, false, null],
  ])
})

test('setting a rule again replaces it, and giving it up leaves the others', () => {
  const first = withRule([own('cells', 3, 16)], own('households', 3, 150))
  const again = withRule(first, own('households', 3, 160))
  expect(again.map(({ rule, maximum }) => [rule, maximum])).toEqual([
    ['cells', 16],
    ['households', 160],
  ])
  expect(withoutRule(again, { rule: 'cells', level: 3 })).toHaveLength(1)
  expect(withoutRule(again, { rule: 'cells', level: null })).toHaveLength(2)
})
