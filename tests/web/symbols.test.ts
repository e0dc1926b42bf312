import { expect, test } from 'vitest'
import { findLayer, LAYERS } from '#geodata/layers/index.ts'
import { imageName, readImageName } from '../../web/symbols/image_names.ts'
import { legendOf, lookOf, stylingFields } from '../../web/symbols/look.ts'
import { titleOf } from '../../web/symbols/title.ts'

const layer = (id: string) => findLayer(id)!

test('a hydrant without state looks like the symbol of its layer', () => {
  expect(lookOf(layer('hydrants'), {})).toEqual({ kind: 'point', color: '#c81e1e', shape: 'circle', glyph: '消' })
})

test('colour and mark come from one field, the character from another', () => {
  const look = lookOf(layer('water_sources'), { kind: 'wharf', usable: 'no' })
  expect(look).toMatchObject({ glyph: '码', color: '#4b5563', mark: 'cross', shape: 'drop' })
})

test('the field a symbol goes by wins over the others', () => {
  expect(stylingFields(layer('garbage_points')).map(({ name }) => name)).toEqual(['state', 'form'])
  expect(lookOf(layer('garbage_points'), { form: 'box', state: 'damaged' })).toMatchObject({ glyph: '箱', mark: 'cross' })
})

test('a value the catalogue does not know changes nothing', () => {
  expect(lookOf(layer('roads'), { class: 'canal' })).toEqual(lookOf(layer('roads'), {}))
})

test('every choice of every styling field has its line in the legend', () => {
  for (const one of LAYERS) {
    const parts = legendOf(one)
    expect(parts.map(({ field }) => field.name).sort()).toEqual(
      stylingFields(one)
        .map(({ name }) => name)
        .sort(),
    )
    for (const { field, entries } of parts) expect(entries).toHaveLength(field.choices.length)
  }
})

test('the name of an image leads back to the look it was made from', () => {
  for (const one of LAYERS.filter(({ geometry }) => geometry === 'Point')) {
    const properties = Object.fromEntries(stylingFields(one).map(({ name, choices }) => [name, choices.at(-1)!.value]))
    const name = imageName('badge', one, Object.values(properties))
    expect(readImageName(name)).toEqual({ variant: 'badge', look: lookOf(one, properties) })
  }
})

test('names that are not ours are left to others', () => {
  expect(readImageName('badge|nothing')).toBeUndefined()
  expect(readImageName('arrow|hydrants')).toBeUndefined()
  expect(readImageName('badge|roads')).toBeUndefined()
})

test('a title that is a choice is its label', () => {
  expect(titleOf(layer('land_cover'), { kind: 'forest' }, 'zh-CN')).toBe('林地')
  expect(titleOf(layer('land_cover'), { kind: 'forest' }, 'en')).toBe('Forest')
})

test('a title is in the language of the console, as far as there is one', () => {
  const town = { name: '青柏镇', name_en: 'Qingbai Town' }
  expect(titleOf(layer('administrative_areas'), town, 'zh-CN')).toBe('青柏镇')
  expect(titleOf(layer('administrative_areas'), town, 'en')).toBe('Qingbai Town')
  expect(titleOf(layer('administrative_areas'), { name: '青柏镇', name_en: null }, 'en')).toBe('青柏镇')
  expect(titleOf(layer('hydrants'), { code: ' ', road_name: '青云路' }, 'zh-CN')).toBe('青云路')
})
