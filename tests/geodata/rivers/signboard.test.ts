import { describe, expect, it } from 'vitest'
import { SIGNBOARD_RULES, type SignboardQuestion, signboardTask } from '#geodata/rivers/index.ts'

const task = (question: Partial<SignboardQuestion>) =>
  signboardTask({
    changed_on: '2026-03-02',
    updated_on: '2025-06-01',
    today: '2026-03-10',
    rule: SIGNBOARD_RULES.within_15_days,
    ...question,
  })

describe('a signboard', () => {
  it('has to be made anew within 15 days of a change of chief', () => {
    expect(task({})).toEqual({ due_on: '2026-03-17', overdue_days: 0 })
    expect(task({ today: '2026-03-17' })!.overdue_days).toBe(0)
    expect(task({ today: '2026-03-20' })!.overdue_days).toBe(3)
  })

  it('of which nobody knows when it was made is owed like an old one', () => {
    expect(task({ updated_on: null })).toEqual(task({}))
  })

  it('made on the day of the change or later, or without any change, owes nothing', () => {
    expect(task({ updated_on: '2026-03-02' })).toBeNull()
    expect(task({ updated_on: '2026-03-09' })).toBeNull()
    expect(task({ changed_on: null })).toBeNull()
  })

  it('counts working days where the rule says so, by the calendar of the place', () => {
    const rule = SIGNBOARD_RULES.within_30_working_days
    // Six weeks of five days after a Monday.
    expect(task({ rule })).toEqual({ due_on: '2026-04-13', overdue_days: 0 })
    const holiday = '2026-04-06'
    const isWorkingDay = (day: string) => day !== holiday && ![0, 6].includes(new Date(day).getUTCDay())
    expect(task({ rule, isWorkingDay })!.due_on).toBe('2026-04-14')
  })

  it('comes to an end even by a calendar without working days', () => {
    const rule = SIGNBOARD_RULES.within_30_working_days
    expect(task({ rule, isWorkingDay: () => false })!.overdue_days).toBe(0)
  })
})
