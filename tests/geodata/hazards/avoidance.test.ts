// GB 50011 table 4.1.7, written out here once more, and what lies beside it.
import { describe, expect, it } from 'vitest'
import { avoidanceOf, EDITIONS, INVESTIGATION, zonesOf } from '#geodata/hazards/avoidance.ts'
import { verdictOf } from '#geodata/hazards/site_check.ts'

const ask = (edition: string, intensity: number, kind: string, activity = 'holocene', overburden_m: number | null = null) =>
  avoidanceOf({
    edition: EDITIONS.find(({ id }) => id === edition)!,
    intensity: intensity as 8,
    class: kind as 'B',
    activity: activity as 'holocene',
    overburden_m,
  })

describe('the distance from a fault', () => {
  it.each([
    ['2010-2016', 8, 'B', 200],
    ['2010-2016', 8, 'C', 100],
    ['2010-2016', 9, 'B', 400],
    ['2010-2016', 9, 'C', 200],
    ['2001', 8, 'B', 300],
    ['2001', 8, 'C', 200],
    ['2001', 9, 'B', 500],
    ['2001', 9, 'C', 300],
  ])('of edition %s at intensity %i for class %s is %i m', (edition, intensity, kind, distance_m) => {
    expect(ask(edition, intensity, kind)).toEqual({ kind: 'distance', distance_m })
  })

  it.each([8, 9])('at intensity %i for class A is a study of its own', (intensity) => {
    expect(ask('2010-2016', intensity, 'A')).toEqual({ kind: 'special_study', reason: 'class_a' })
  })

  it('is not required below 8, for class D, of faults that have been quiet since the Pleistocene, under deep ground', () => {
    expect(ask('2010-2016', 7, 'A')).toEqual({ kind: 'not_required', reason: 'intensity' })
    expect(ask('2010-2016', 9, 'D')).toEqual({ kind: 'not_required', reason: 'class_d' })
    for (const activity of ['late_pleistocene', 'early_middle_pleistocene', 'pre_quaternary'])
      expect(ask('2010-2016', 9, 'A', activity)).toEqual({ kind: 'not_required', reason: 'activity' })
    expect(ask('2010-2016', 8, 'B', 'holocene', 61)).toEqual({ kind: 'not_required', reason: 'overburden' })
    expect(ask('2010-2016', 9, 'B', 'holocene', 61)).toEqual({ kind: 'distance', distance_m: 400 })
    expect(ask('2010-2016', 8, 'B', 'holocene', 60)).toEqual({ kind: 'distance', distance_m: 200 })
  })

  it('of a fault whose activity nobody knows has to be found out', () => {
    expect(ask('2010-2016', 8, 'B', 'unknown')).toEqual({ kind: 'special_study', reason: 'activity_unknown' })
  })
})

describe('zones', () => {
  it('reach as far as the uncertainty and the distance together, and stay two kinds', () => {
    expect(zonesOf({ kind: 'distance', distance_m: 200 }, 30, null)).toEqual([{ kind: 'fault_avoidance', reach_m: 230 }])
    expect(zonesOf({ kind: 'distance', distance_m: 200 }, 30, 500)).toEqual([
      { kind: 'fault_avoidance', reach_m: 230 },
      { kind: 'fault_investigation', reach_m: 530 },
    ])
    expect(zonesOf({ kind: 'special_study', reason: 'class_a' }, 30, null)).toEqual([
      { kind: 'fault_investigation', reach_m: 30 + INVESTIGATION.distance_m },
    ])
    expect(zonesOf({ kind: 'not_required', reason: 'intensity' }, 30, 500)).toEqual([])
  })

  it('mean what their kind says inside, and a watch beside', () => {
    expect(verdictOf('inside', 'fault_avoidance')).toBe('do_not_build')
    expect(verdictOf('inside', 'fault_investigation')).toBe('investigate')
    expect(verdictOf('inside', 'flood')).toBe('danger')
    expect(verdictOf('near', 'fault_avoidance')).toBe('watch')
  })
})
