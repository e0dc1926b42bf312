// Which water counts, who finds refuge where, and what a mark from the field changes.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  allocate,
  currentMarks,
  hosesFor,
  isClockImplausible,
  judgeMarkedWater,
  judgeWater,
  type Mark,
  planShelters,
  reach,
  reachableOf,
  type ShelterOption,
  type WaterRecord,
} from '#geodata/emergency/index.ts'
import { closuresOf, NOTHING_CLOSED, networkOf, type Position, SearchSpace } from '#geodata/network/index.ts'

const DAY = '2026-07-01'

describe('water', () => {
  const good: WaterRecord = {
    usable: 'yes',
    record_state: 'normal',
    inspected_on: '2026-06-01',
    vehicle_access: null,
    suction_height_m: null,
    usable_in_dry_season: null,
  }
  const judge = (change: Partial<WaterRecord>, day = DAY) => judgeWater({ ...good, ...change }, day)

  it('is usable when the register says so, somebody has looked lately, and an engine gets at it', () => {
    expect(judge({})).toEqual({ standing: 'usable', reasons: [] })
    expect(judge({ vehicle_access: true, suction_height_m: 6, usable_in_dry_season: false })).toMatchObject({
      standing: 'usable',
    })
  })

  it.each([
    [{ usable: 'no' }, 'not_usable'],
    [{ record_state: 'abandoned' }, 'abandoned'],
    [{ vehicle_access: false }, 'no_vehicle_access'],
    [{ suction_height_m: 6.1 }, 'suction_too_high'],
  ] as const)('%j is unusable', (change, reason) => {
    expect(judge(change)).toEqual({ standing: 'unusable', reasons: [reason] })
  })

  it('of which nobody knows is not usable', () => {
    expect(judge({ usable: 'unknown', inspected_on: null })).toEqual({
      standing: 'unknown',
      reasons: ['usable_unknown', 'never_inspected'],
    })
    expect(judge({ inspected_on: '2025-07-01' })).toMatchObject({ standing: 'usable' })
    expect(judge({ inspected_on: '2025-06-30' })).toEqual({ standing: 'unknown', reasons: ['inspection_overdue'] })
    expect(judge({ usable_in_dry_season: false, inspected_on: '2026-11-01' }, '2026-12-01')).toMatchObject({
      reasons: ['dry_season'],
    })
  })

  it('is what somebody on the spot has said last', () => {
    expect(judgeMarkedWater(judge({ usable: 'no' }), { mark: 'usable' })).toEqual({ standing: 'usable', reasons: [] })
    expect(judgeMarkedWater(judge({}), { mark: 'unusable' })).toEqual({ standing: 'unusable', reasons: ['marked_unusable'] })
    expect(judgeMarkedWater(judge({}), undefined).standing).toBe('usable')
  })

  it('needs hoses for a tenth more than the way', () => {
    expect([0, 18, 18.19, 100, 181.9].map(hosesFor)).toEqual([0, 1, 2, 6, 11])
  })
})

/*
 *   [w1]
 *    |  20 m off the road
 *    +----------------------+        [w3] at a road of its own
 *   from        w2         w4        ----
 *                |  500 m off the road: w5
 */
describe('the nearest of many', () => {
  const at = (x: number, y: number): Position => [113 + x * 1e-5, 35 + y * 1e-5]
  const line = (id: number, from: Position, to: Position, length_m: number) => ({
    id,
    line: [from, to],
    length_m,
    class: 'street',
    one_way: false,
    name: null,
  })
  const network = networkOf([
    line(1, at(0, 0), at(1000, 0), 2000),
    line(2, at(0, 0), at(0, -1000), 1000),
    line(3, at(0, 300), at(1000, 300), 900),
  ])
  const points = [at(0, 20), at(500, 0), at(100, 300), at(1000, 0), at(500, -500)]
  const ask = (closed: Parameters<typeof closuresOf>[1] = [], count = 9, from = at(0, 0)) =>
    reach(
      network,
      reachableOf(network, points, 'drive'),
      { from, closures: closuresOf(network, closed), groups: [{ count, limit_m: 5000 }], groupOf: () => 0 },
      new SearchSpace(),
    )
  const seen = (asked: ReturnType<typeof ask>) =>
    asked.reached.map(({ target, way, distance_m }) => [target + 1, way, Math.round(distance_m)])

  it('is by road, and straight where no road leads or the line is shorter than the stretches to it', () => {
    expect(seen(ask())).toEqual([
      [1, 'straight', 22],
      [3, 'straight', 345],
      [5, 'straight', 718],
      [2, 'road', 1000],
      [4, 'road', 2000],
    ])
    expect(seen(ask([], 2))).toHaveLength(2)
  })

  it('is straight where a closed road cuts it off', () => {
    expect(seen(ask([{ line: [at(700, -5), at(700, 5)] }])).at(-1)).toEqual([2, 'road', 1000])
    expect(seen(ask([{ line: [at(700, -5), at(700, 5)] }]))).toContainEqual([4, 'straight', 913])
  })

  it('is straight altogether where there is no road near', () => {
    const asked = ask([], 9, at(500, 2000))
    expect(asked.on_road).toBe(false)
    expect(new Set(asked.reached.map(({ way }) => way))).toEqual(new Set(['straight']))
    const empty = networkOf([])
    const question = { from: at(0, 0), closures: NOTHING_CLOSED, groups: [{ count: 1, limit_m: 5000 }], groupOf: () => 0 }
    expect(reach(empty, reachableOf(empty, points, 'walk'), question, new SearchSpace()).reached).toMatchObject([
      { target: 0, way: 'straight' },
    ])
  })
})

describe('shelters', () => {
  const shelter = (id: number, change: Partial<ShelterOption> = {}): ShelterOption => ({
    id,
    class: 'short_term',
    status: 'available',
    capacity: 100,
    occupancy: 0,
    occupancy_at: '2026-06-01',
    hazards: [],
    distance_m: id * 100,
    way: 'road',
    ...change,
  })
  const assigned = (options: readonly ShelterOption[], people: number) =>
    planShelters(options, people, DAY).offered.map(({ id, assigned: here }) => [id, here])

  it('are filled from the nearest on', () => {
    expect(assigned([shelter(3), shelter(1), shelter(2, { occupancy: 70 })], 150)).toEqual([
      [1, 100],
      [2, 30],
      [3, 20],
    ]) // prettier-ignore
  })

  it('do not hold everybody: who finds no room is told', () => {
    expect(planShelters([shelter(1)], 10_000_000, DAY)).toMatchObject({ placed: 100, unplaced: 9_999_900 })
    expect(planShelters([], 5, DAY)).toMatchObject({ placed: 0, unplaced: 5 })
  })

  it('of unknown area stand apart', () => {
    const plan = planShelters([shelter(1, { capacity: null }), shelter(2)], 50, DAY)
    expect(plan).toMatchObject({ unmeasured: [{ id: 1 }], placed: 50 })
    expect(plan.offered.map(({ id }) => id)).toEqual([2])
  })

  it.each([
    [{ status: 'planned' }, ['planned']],
    [{ status: 'closed', mark: { mark: 'full' } }, ['closed', 'marked_full']],
    [{ occupancy: 120 }, ['full']],
    [{ mark: { mark: 'full' } }, ['marked_full']],
    [{ mark: { mark: 'unusable' } }, ['marked_unusable']],
    [{ hazards: [{ kind: 'flood', distance_m: 0 }] }, ['in_hazard_zone']],
  ] as const)('%j is not offered', (change, reasons) => {
    expect(planShelters([shelter(1, change as Partial<ShelterOption>)], 5, DAY)).toMatchObject({
      offered: [],
      excluded: [{ id: 1, reasons }],
    })
  })

  it('near a zone, or in one that is only investigated, are offered', () => {
    const hazards = [
      { kind: 'flood', distance_m: 30 },
      { kind: 'fault_investigation', distance_m: 0 },
    ] // prettier-ignore
    expect(assigned([shelter(1, { hazards })], 5)).toEqual([[1, 5]])
  })

  it('have figures that look old when they are', () => {
    const figure = (change: Partial<ShelterOption>) => planShelters([shelter(1, change)], 1, DAY).offered[0]
    expect(figure({})).toMatchObject({ figure_age_days: 30, figure_is_old: false })
    expect(figure({ status: 'in_use' })).toMatchObject({ figure_age_days: 30, figure_is_old: true })
    expect(figure({ occupancy: null, occupancy_at: null })).toMatchObject({
      figure_age_days: null,
      figure_is_old: true,
      room: 100,
    })
    expect(figure({ distance_m: 1001 })).toMatchObject({ within_service_distance: false })
  })
})

describe('allocation', () => {
  it('sends people past a shelter that others can only reach', () => {
    // Both reach shelter 0, only the first reaches 1.
    expect(
      allocate(
        [
          { people: 50, shelters: [0, 1] },
          { people: 50, shelters: [0] },
        ],
        [50, 50],
      ),
    ).toEqual({
      assigned: [[0, 50], [50]],
      unplaced: [0, 0],
    }) // prettier-ignore
  })

  it('places as many as the narrowest cut lets through, and nobody twice', () => {
    const shelters = 5
    fc.assert(
      fc.property(
        fc.array(fc.record({ people: fc.nat(60), shelters: fc.subarray([0, 1, 2, 3, 4]) }), { maxLength: 12 }),
        fc.array(fc.nat(80), { minLength: shelters, maxLength: shelters }),
        (groups, capacities) => {
          const { assigned, unplaced } = allocate(groups, capacities)
          const here = capacities.map(() => 0)
          groups.forEach(({ people, shelters: reached }, group) => {
            const placed = assigned[group]!.reduce((sum, each) => sum + each, 0)
            expect(placed + unplaced[group]!).toBe(people)
            for (const [at, shelter] of reached.entries()) here[shelter]! += assigned[group]![at]!
          })
          for (const [shelter, people] of here.entries()) expect(people).toBeLessThanOrEqual(capacities[shelter]!)
          const cuts = Array.from({ length: 2 ** shelters }, (_, set) => {
            const isIn = (shelter: number) => ((set >> shelter) & 1) === 1
            const outside = groups
              .filter(({ shelters: reached }) => !reached.every(isIn))
              .reduce((sum, { people }) => sum + people, 0)
            return outside + capacities.reduce((sum, capacity, shelter) => sum + (isIn(shelter) ? capacity : 0), 0)
          })
          expect(here.reduce((sum, each) => sum + each, 0)).toBe(Math.min(...cuts))
        },
      ),
    )
  })
})

describe('marks', () => {
  const mark = (id: number, change: Partial<Mark> = {}): Mark => ({
    id,
    layer: 'hydrants',
    object_id: 7,
    mark: 'unusable',
    note: null,
    account_id: id,
    account_name: `team ${id}`,
    received_at: `2026-07-01T08:0${id}:00.000Z`,
    noted_at: null,
    clock_implausible: false,
    ...change,
  })

  it('received last count, and who said otherwise is named', () => {
    const [current, ...rest] = currentMarks([mark(2, { mark: 'usable' }), mark(1), mark(3)])
    expect(rest).toEqual([])
    expect([current!.id, current!.mark, current!.disagreement.map(({ id }) => id)]).toEqual([3, 'unusable', [2]])
  })

  it('of the same team, or of days ago, are no disagreement', () => {
    expect(currentMarks([mark(1, { mark: 'usable' }), mark(2, { account_id: 1 })])[0]!.disagreement).toEqual([])
    const old = mark(1, { mark: 'usable', received_at: '2026-06-29T08:00:00.000Z' })
    expect(currentMarks([old, mark(2)])[0]!.disagreement).toEqual([])
  })

  it('of different objects do not concern each other', () => {
    expect(currentMarks([mark(1), mark(2, { object_id: 8, mark: 'usable' }), mark(3, { layer: 'shelters' })])).toHaveLength(3)
  })

  it('may come late from a place without a network, but not from the future', () => {
    const received = '2026-07-01T08:00:00.000Z'
    const noted = [
      '2026-07-01T08:04:00Z',
      '2026-07-01T08:06:00Z',
      '2026-06-25T08:00:00Z',
      '2026-06-23T08:00:00Z',
      '1970-01-01T00:00:00Z',
    ]
    expect(noted.map((at) => isClockImplausible(at, received))).toEqual([false, true, false, true, true])
  })
})
