import { describe, expect, test } from 'vitest'
import type { Responsible } from '#api/responsibility/responsible.ts'
import { findLayer } from '#geodata/layers/index.ts'
import { areaCsv } from '../../web/responsibility/area/area_csv.ts'
import { crossingOf } from '../../web/responsibility/area/crossing.ts'
import { measureRing } from '../../web/responsibility/area/measure.ts'
import { vacantRoles } from '../../web/responsibility/area/vacant.ts'

const responsible = (role: string, name = '王某'): Responsible => ({
  assignment_id: 1,
  role,
  standing: 'A',
  chainage_from_m: null,
  chainage_to_m: null,
  valid_from: '2026-01-01',
  valid_to: null,
  person: {
    id: 1,
    name,
    name_en: null,
    organisation: '某镇',
    organisation_en: null,
    posts: [],
    telephone: '0391-1234567',
    has_left: false,
  },
})

describe('the size of what is being drawn', () => {
  test('is right to a hundredth', () => {
    // A hundredth of a degree at 35° north: 912.5 m by 1,109.4 m on the ellipsoid.
    const { area_m2, perimeter_m } = measureRing([
      [113, 35],
      [113.01, 35],
      [113.01, 35.01],
      [113, 35.01],
      [113, 35],
    ])
    expect(Math.abs(area_m2 / 1_012_300 - 1)).toBeLessThan(0.01)
    expect(Math.abs(perimeter_m / 4_043.8 - 1)).toBeLessThan(0.01)
  })
  test('is nothing before there is a second place', () => {
    expect(measureRing([[113, 35]])).toEqual({ area_m2: 0, perimeter_m: 0 })
  })
})

describe('vacant', () => {
  test('is each role that is owed and nobody has', () => {
    const roles = vacantRoles('river_segments', [responsible('river_chief_town')])
    expect(roles.map(({ id }) => id)).toEqual(['river_chief_county', 'river_chief_village'])
  })
  test('is no grid with anybody on it, for what it owes depends on its scheme', () => {
    expect(vacantRoles('grids', [responsible('supervisor')])).toEqual([])
    expect(vacantRoles('grids', []).map(({ id }) => id)).toEqual(['grid_leader'])
  })
  test('is nothing where nobody is owed', () => {
    expect(vacantRoles('household_points', [])).toEqual([])
  })
})

test('the list as a file has a column for each role, and no cell that a spreadsheet would calculate', () => {
  const words = {
    title: '名称',
    longitude: '经度',
    latitude: '纬度',
    metres: '长度',
    squareMetres: '面积',
    share: '占比',
    vacant: '空缺',
    comma: '、',
  }
  const feature = {
    id: 7,
    title: '=1+1',
    properties: { code: '=1+1' },
    point: [113.2, 35.1] as const,
    bbox: [113.2, 35.1, 113.2, 35.1] as const,
    responsible: [responsible('keeper', '@SUM(A1)')],
  }
  const [head, row] = areaCsv(findLayer('hydrants')!, [feature], words, 'zh-CN').split('\r\n')
  expect(head).toBe('\ufeff名称,空缺,管护人,经度,纬度')
  expect(row).toBe("'=1+1,,'@SUM(A1)（A岗，某镇，0391-1234567）,113.200000,35.100000")
})

describe('an outline that crosses itself', () => {
  const square = [
    [0, 0],
    [2, 0],
    [2, 2],
    [0, 2],
  ]
  const bow = [square[0]!, square[2]!, square[1]!, square[3]!]

  test('is found, with the place, whether the ring is closed or not', () => {
    expect(crossingOf(bow)).toEqual([1, 1])
    expect(crossingOf([...bow, bow[0]!])).toEqual([1, 1])
    // The side that closes it is the one that crosses.
    expect(crossingOf([...square, [3, 1]])).not.toBeNull()
  })

  test('is not what meets in its corners, nor what has hardly begun, nor what was clicked twice', () => {
    for (const ring of [square, [...square, square[0]!], [...square, square[3]!], square.slice(0, 2), square.slice(0, 3), []])
      expect(crossingOf(ring)).toBeNull()
  })
})
