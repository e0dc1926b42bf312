import { describe, expect, it } from 'vitest'
import { demoCounty } from '#geodata/county/index.ts'
import { type Field, fieldsOf, LAYERS } from '#geodata/layers/index.ts'
import { county, layer } from './county.ts'
import { positionsOf } from './geometry.ts'
import { chosen } from './seed.ts'

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

describe('the demo county and the catalogue', () => {
  it('is the same on every run', () => expect(JSON.stringify(demoCounty(chosen)) === JSON.stringify(county)).toBe(true), 120_000)

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
        const faults = [
          ...Object.keys(properties).filter((name) => !known.has(name)),
          ...fields.flatMap((field) => wrong(field, properties[field.name]) ?? []),
        ]
        if (faults.length > 0) expect(faults, JSON.stringify(properties)).toEqual([])
        if (geometry) expect(geometry.type === rest.geometry).toBe(true)
        else expect(rest.geometryOptional && properties.class === 'B').toBe(true)
      }
    },
  )

  it('stays below 40 MB as text', () => expect(JSON.stringify(county).length).toBeLessThan(40e6))

  it('has whole coordinates in the zone of 114° E, near 113.2° E 35.1° N', () => {
    for (const { id } of LAYERS) {
      for (const [x, y] of layer(id).flatMap(positionsOf)) {
        const inside = x > 414_000_000 && x < 441_000_000 && y > 3_873_000_000 && y < 3_900_000_000
        if (!Number.isInteger(x) || !Number.isInteger(y) || !inside) expect.fail(`${id} ${x} ${y}`)
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

  // Roads may sound alike, as 兴华路 and 杏花路 do.
  it.each(inEnglish.filter((id) => id !== 'roads'))('%s: names that differ in Chinese differ in English', (id) => {
    const english = new Map(layer(id).map(({ properties }) => [properties.name, properties.name_en]))
    expect(new Set(english.values()).size).toBe(english.size)
  })

  it('describes its schemes and every level that grids use', () => {
    const levels = new Set(county.schemes.flatMap(({ id, levels }) => levels.map(({ level }) => `${id} ${level}`)))
    for (const { properties } of layer('grids')) expect(levels).toContain(`${properties.scheme} ${properties.level}`)
    for (const { id } of county.schemes) expect(id).toMatch(/^[a-z][a-z0-9_]*$/)
  })
})
