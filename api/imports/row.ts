/** One feature of a file, made ready to be stored, or what is wrong with it: everything at once, not one thing per try. */
import type { CoordinateSystem, FileFeature } from '#geodata/formats/index.ts'
import { fieldsOf, type Layer } from '#geodata/layers/index.ts'
import { convert, type Stored } from './convert.ts'
import type { Mapping } from './mapping.ts'
import type { Refusal } from './refusal.ts'
import { fitShape, type Shape } from './shape.ts'

export interface Row {
  readonly row: number
  readonly shape: Shape | null
  readonly fields: Readonly<Record<string, Stored>>
  readonly source: Readonly<Record<string, unknown>>
}

export type RowReader = (feature: FileFeature) => Row | readonly Refusal[]

export function rowReader(layer: Layer, mapping: Mapping, system: CoordinateSystem): RowReader {
  return (feature) => {
    const { row, trouble } = feature
    if (trouble) return [{ row, code: trouble }]
    const refusals: Refusal[] = []
    const fields = readFields(layer, mapping, feature, refusals)
    const shape = readShape(layer, system, feature, fields, refusals)
    const source = Object.fromEntries(
      mapping.unmapped.flatMap((name) => (Object.hasOwn(feature.properties, name) ? [[name, feature.properties[name]]] : [])),
    )
    const read = { row, shape, fields, source }
    if (refusals.length === 0 && !isStorable(read)) refusals.push({ row, code: 'unstorable_text' })
    return refusals.length > 0 ? refusals : read
  }
}

function readFields(layer: Layer, { sources, constants }: Mapping, feature: FileFeature, refusals: Refusal[]): Row['fields'] {
  const fields: Record<string, Stored> = {}
  for (const field of fieldsOf(layer)) {
    const source = sources[field.name]
    const raw = source !== undefined && Object.hasOwn(feature.properties, source) ? feature.properties[source] : null
    const converted = field.name in constants ? { value: constants[field.name]! } : convert(field, raw)
    const at = { row: feature.row, field: field.name, value: raw }
    if ('code' in converted) {
      refusals.push({ ...at, ...converted })
      continue
    }
    // The day of today is the table's to say: it knows which clock counts.
    const value = converted.value ?? (field.default === 'today' ? null : (field.default ?? null))
    if (value === null && field.required && !field.derived && field.default === undefined)
      refusals.push({ ...at, code: 'required' })
    if (value !== null) fields[field.name] = value
  }
  return fields
}

function readShape(
  layer: Layer,
  system: CoordinateSystem,
  { row, geometry }: FileFeature,
  fields: Row['fields'],
  refusals: Refusal[],
): Shape | null {
  if (!geometry) {
    // A trade (class B) may be without a place on the map.
    if (!layer.geometryOptional || fields.class !== 'B') refusals.push({ row, code: 'no_geometry' })
    return null
  }
  const fitted = fitShape(layer.geometry, geometry, system)
  if ('value' in fitted) return fitted.value
  refusals.push({ row, ...fitted })
  return null
}

/** Neither a zero character nor half a surrogate pair can be stored as text; JSON writes both as escapes. */
const isStorable = (read: Row): boolean =>
  !/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/i.test(JSON.stringify([read.fields, read.source]))
