import { describe, expect, it } from 'vitest'
import { type Field, fieldsOf, LAYERS } from '#geodata/layers/index.ts'
import { demoTown } from '#geodata/town/index.ts'
import { positionsOf } from '../county/geometry.ts'
import { county, layer } from './town.ts'

/** What is wrong with a value by its field, or nothing. */
function wrong(field: Field, value: unknown): string | undefined {
  if (value === null || value === undefined) return field.required ? 'missing' : undefined
  switch (field.type) {
    case 'text':
      return typeof value === 'string' && value.trim() !== '' ? undefined : 'no text'
    case 'code':
      if (typeof value !== 'string' || !/^[\w-]+$/.test(value)) return 'no code'
      return !field.digits || (/^\d+$/.test(value) && field.digits.includes(value.length)) ? undefined : 'number of digits'
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'no boolean'
    case 'date':
      return typeof value === 'string' && !Number.isNaN(Date.parse(value)) && /^\d{4}-\d\d-\d\d$/.test(value)
        ? undefined
        : 'no date'
    case 'choice':
      return field.choices.some((choice) => choice.value === value) ? undefined : 'no such choice'
    default:
      if (typeof value !== 'number' || !Number.isFinite(value)) return 'no number'
      if (field.type === 'integer' && !Number.isInteger(value)) return 'not whole'
      return value < (field.minimum ?? value) || value > (field.maximum ?? value) ? 'out of range' : undefined
  }
}

describe('the demo town and the catalogue', () => {
  it('is the same on every run', () => expect(JSON.stringify(demoTown())).toBe(JSON.stringify(county)))

  it('has features in every layer, and no other layers', () => {
    expect(Object.keys(county.features).toSorted()).toEqual(LAYERS.map(({ id }) => id).toSorted())
    for (const { id } of LAYERS) expect(layer(id).length, id).toBeGreaterThan(0)
  })

  it.each(LAYERS.map((each) => [each.id, each] as const))(
    '%s: properties are as the catalogue says',
    (id, { fields: _, ...rest }) => {
      const fields = fieldsOf(LAYERS.find((each) => each.id === id)!).filter((field) => !field.derived)
      const known = new Set([...fields.map(({ name }) => name), ...(id === 'river_segments' ? ['river_name'] : [])])
      for (const { properties, geometry } of layer(id)) {
        expect(Object.keys(properties).filter((name) => !known.has(name))).toEqual([])
        expect(
          fields.flatMap((field) => wrong(field, properties[field.name]) ?? []),
          JSON.stringify(properties),
        ).toEqual([])
        if (geometry) expect(geometry.type).toBe(rest.geometry)
        else expect(rest.geometryOptional && properties.class === 'B').toBe(true)
      }
    },
  )

  it('has whole coordinates in the zone of 114° E, near 113.2° E 35.1° N', () => {
    for (const { id } of LAYERS) {
      for (const [x, y] of layer(id).flatMap(positionsOf)) {
        expect(Number.isInteger(x) && Number.isInteger(y)).toBe(true)
        expect(x > 423_000_000 && x < 431_500_000 && y > 3_882_000_000 && y < 3_891_000_000, `${id} ${x} ${y}`).toBe(true)
      }
    }
  })

  it('gives every code once', () => {
    for (const { id } of LAYERS.filter(({ fields }) => fields.some(({ name }) => name === 'code'))) {
      if (id === 'roads') continue
      const codes = layer(id).map(({ properties }) => `${properties.scheme ?? ''} ${properties.code}`)
      if (id !== 'household_points') expect(new Set(codes).size, id).toBe(codes.length)
    }
  })

  const inEnglish = LAYERS.filter(({ fields }) => fields.some(({ name }) => name === 'name_en')).map(({ id }) => id)

  it.each(inEnglish)('%s: whatever has a name has an English one, without Chinese characters', (id) => {
    for (const { properties } of layer(id))
      if (properties.name) expect(String(properties.name_en), String(properties.name)).toMatch(/^[A-Z0-9][\w ,.–-]+$/)
      else expect(properties.name_en ?? null).toBeNull()
  })

  it.each(inEnglish)('%s: names that differ in Chinese differ in English', (id) => {
    const english = new Map(layer(id).map(({ properties }) => [properties.name, properties.name_en]))
    expect(new Set(english.values()).size).toBe(english.size)
  })

  it('describes its schemes and every level that grids use', () => {
    const levels = new Set(county.schemes.flatMap(({ id, levels }) => levels.map(({ level }) => `${id} ${level}`)))
    for (const { properties } of layer('grids')) expect(levels).toContain(`${properties.scheme} ${properties.level}`)
    for (const { id } of county.schemes) expect(id).toMatch(/^[a-z][a-z0-9_]*$/)
  })
})
