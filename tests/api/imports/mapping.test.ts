import { describe, expect, test } from 'vitest'
import { makeMapping } from '#api/imports/mapping.ts'
import { ImportUsageError } from '#api/imports/refusal.ts'
import { findLayer } from '#geodata/layers/index.ts'

const file = (names: readonly string[], namesCutAt?: number) => ({
  coordinateSystem: { name: 'EPSG:4326' },
  features: [{ row: 1, geometry: null, properties: Object.fromEntries(names.map((name) => [name, 'x'])) }],
  findings: [],
  ...(namesCutAt && { namesCutAt }),
})

const mapping = (layer: string, names: readonly string[], request: object = {}, cutAt?: number) =>
  makeMapping(findLayer(layer)!, file(names, cutAt), { map: {}, set: {}, ...request })

function problemOf(work: () => unknown) {
  try {
    work()
  } catch (error) {
    if (error instanceof ImportUsageError) return { code: error.code, ...error.detail }
    throw error
  }
  throw new Error('no problem')
}

describe('without --map', () => {
  test.each([
    ['the field name', 'pipe_diameter_mm'],
    ['the Chinese label', '管径'],
    ['the English label in capitals', 'PIPE DIAMETER'],
    ['an alias', 'fire_hydrant:diameter'],
  ])('a property is found by %s', (_, name) => expect(mapping('hydrants', [name]).sources).toEqual({ pipe_diameter_mm: name }))

  test('the field name goes before labels, and labels before aliases', () => {
    expect(mapping('hydrants', ['ref', '编号', 'code'])).toMatchObject({ sources: { code: 'code' }, unmapped: ['ref', '编号'] })
  })

  test('one property fills one field only', () => {
    expect(mapping('rivers', ['name_en', 'name_zh'], { set: { rank: 'main' } }).sources).toEqual({
      name: 'name_zh',
      name_en: 'name_en',
    })
  })

  test('names that a Shapefile has cut to ten bytes are found, Chinese ones in GBK and in UTF-8', () => {
    const names = ['pipe_diame', '最近检', 'inspected_']
    expect(mapping('hydrants', names, {}, 10).sources).toMatchObject({
      pipe_diameter_mm: 'pipe_diame',
      inspected_on: 'inspected_',
    })
    expect(mapping('unit_cells', ['单元网格编'], {}, 10).sources).toEqual({ code: '单元网格编' })
    expect(mapping('unit_cells', ['单元网'], {}, 10).sources).toEqual({ code: '单元网' })
    expect(problemOf(() => mapping('unit_cells', ['单元网']))).toMatchObject({ code: 'field_not_provided' })
  })

  test('a field that is calculated is never filled', () => {
    expect(mapping('faults', ['length_m', '长度'])).toMatchObject({ sources: {}, unmapped: ['length_m', '长度'] })
  })
})

describe('with --map and --set', () => {
  test('--map goes before what would be found', () => {
    expect(mapping('hydrants', ['code', 'nr'], { map: { code: 'nr' } })).toMatchObject({
      sources: { code: 'nr' },
      unmapped: ['code'],
    })
  })

  test('--set goes before what would be found, and the property is kept', () => {
    expect(mapping('hydrants', ['code'], { set: { code: '7' } })).toEqual({
      sources: {},
      constants: { code: '7' },
      unmapped: ['code'],
    })
  })

  test('a constant may be a label', () => {
    expect(mapping('rivers', [], { set: { rank: '主要河道' } }).constants).toEqual({ rank: 'main' })
  })

  test.each([
    ['a field that is not there', 'hydrants', { map: { colour: 'a' } }, { code: 'unknown_field', field: 'colour' }],
    ['a property that no feature has', 'hydrants', { map: { code: 'b' } }, { code: 'unknown_source', sources: ['a'] }],
    ['a calculated field', 'faults', { map: { length_m: 'a' } }, { code: 'derived_field' }],
    ['a calculated field by --set', 'faults', { set: { length_m: '1' } }, { code: 'derived_field' }],
    ['a field both ways', 'hydrants', { map: { code: 'a' }, set: { code: '1' } }, { code: 'field_twice' }],
    ['a constant that does not fit', 'rivers', { set: { rank: 'huge' } }, { code: 'constant_unfit', reason: 'not_a_choice' }],
    ['nothing for a field that is needed', 'rivers', {}, { code: 'field_not_provided', fields: ['rank'], sources: ['a'] }],
    ['nothing by --set for a field that is needed', 'rivers', { set: { rank: ' ' } }, { code: 'field_not_provided' }],
  ])('%s is a wrong usage', (_, layer, request, problem) =>
    expect(problemOf(() => mapping(layer, ['a'], request))).toMatchObject(problem),
  )
})
