/** Which property of the file fills which field of the layer. */
import type { FileContents } from '#geodata/formats/index.ts'
import { type Field, fieldsOf, type Layer } from '#geodata/layers/index.ts'
import { convert, type Stored } from './convert.ts'
import { ImportUsageError } from './refusal.ts'

export interface MappingRequest {
  /** Field name to property name. */
  readonly map: Readonly<Record<string, string>>
  /** Field name to a constant, as it would stand in a file. */
  readonly set: Readonly<Record<string, string>>
}

export interface Mapping {
  readonly sources: Readonly<Record<string, string>>
  readonly constants: Readonly<Record<string, Stored>>
  /** Properties that fill no field; they are stored beside the fields as they are. */
  readonly unmapped: readonly string[]
}

/** Throws an ImportUsageError when the request names what isn't there, or a field that must be filled is not. */
export function makeMapping(layer: Layer, contents: FileContents, request: MappingRequest): Mapping {
  const names = propertyNames(contents)
  const constants = readConstants(layer, request)
  const sources = readSources(layer, request, names)
  for (const field of fieldsOf(layer)) {
    if (field.derived || field.name in sources || field.name in constants) continue
    const taken = new Set(Object.values(sources))
    const source = recognise(
      field,
      names.filter((name) => !taken.has(name)),
      contents.namesCutAt,
    )
    if (source !== undefined) sources[field.name] = source
  }
  refuseUnfilled(layer, { ...sources, ...constants }, names)
  const used = new Set(Object.values(sources))
  return { sources, constants, unmapped: names.filter((name) => !used.has(name)) }
}

function propertyNames({ features }: FileContents): string[] {
  const names = new Set<string>()
  for (const { properties } of features) for (const name of Object.keys(properties)) names.add(name)
  return [...names]
}

function fieldFor(layer: Layer, name: string): Field {
  const fields = fieldsOf(layer)
  const field = fields.find((candidate) => candidate.name === name)
  const settable = fields.filter(({ derived }) => !derived).map((candidate) => candidate.name)
  if (!field) throw new ImportUsageError('unknown_field', { field: name, layer: layer.id, fields: settable })
  if (field.derived) throw new ImportUsageError('derived_field', { field: name, fields: settable })
  return field
}

function readConstants(layer: Layer, { map, set }: MappingRequest): Record<string, Stored> {
  return Object.fromEntries(
    Object.entries(set).map(([name, text]) => {
      const field = fieldFor(layer, name)
      if (name in map) throw new ImportUsageError('field_twice', { field: name })
      const converted = convert(field, text)
      if ('value' in converted) return [name, converted.value]
      throw new ImportUsageError('constant_unfit', { field: name, value: text, reason: converted.code, ...converted.detail })
    }),
  )
}

function readSources(layer: Layer, { map }: MappingRequest, names: readonly string[]): Record<string, string> {
  for (const [name, source] of Object.entries(map)) {
    fieldFor(layer, name)
    if (!names.includes(source)) throw new ImportUsageError('unknown_source', { source, sources: names })
  }
  return { ...map }
}

/** By the field's name, its labels, then its aliases: the first that the file has, in capitals or not. */
function recognise(field: Field, names: readonly string[], cutAt: number | undefined): string | undefined {
  for (const wanted of [field.name, field.label.zh, field.label.en, ...(field.aliases ?? [])]) {
    const exact = names.find((name) => name === wanted)
    const alike = exact ?? names.find((name) => name.toLowerCase() === wanted.toLowerCase())
    if (alike !== undefined) return alike
    const cut = cutAt === undefined ? undefined : cutName(wanted, cutAt, names)
    if (cut !== undefined) return cut
  }
  return undefined
}

/** A Chinese character takes two bytes in GBK and three in UTF-8: the file may have been cut in either. */
function cutName(wanted: string, bytes: number, names: readonly string[]): string | undefined {
  const cuts = [2, 3].map((width) => {
    let left = bytes
    const kept = Array.from(wanted).map((character) => {
      left -= character <= '\x7f' ? 1 : width
      return left >= 0 ? character : ''
    })
    return kept.join('')
  })
  return names.find((name) => cuts.some((cut) => cut !== wanted && cut.toLowerCase() === name.toLowerCase()))
}

/** Every single row would be refused: say it once, and what to do. */
function refuseUnfilled(layer: Layer, filled: Readonly<Record<string, unknown>>, names: readonly string[]): void {
  const unfilled = fieldsOf(layer).filter(
    (field) => field.required && field.default === undefined && !field.derived && (filled[field.name] ?? null) === null,
  )
  if (unfilled.length > 0) {
    throw new ImportUsageError('field_not_provided', {
      fields: unfilled.map(({ name }) => name),
      layer: layer.id,
      sources: names,
    })
  }
}
