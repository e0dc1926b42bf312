/** What OGC API Features, Tiles and Queryables say about a layer. */
import { type Field, fieldsOf, type Layer } from '#geodata/layers/index.ts'
import type { LayerSummary } from '../layers/store.ts'
import { type Language, WORDS } from '../words/index.ts'

export const CRS84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'

export function describeCollection(layer: Layer, summary: LayerSummary, base: string, language: Language) {
  const words = WORDS[language].links
  const home = `${base}/api/collections/${layer.id}`
  return {
    id: layer.id,
    title: layer.name[language],
    description: layer.description[language],
    itemType: 'feature',
    crs: [CRS84],
    storageCrs: CRS84,
    extent: {
      ...(summary.extent ? { spatial: { bbox: [summary.extent], crs: CRS84 } } : {}),
      ...(layer.temporal
        ? { temporal: { interval: [[null, null]], trs: 'http://www.opengis.net/def/uom/ISO-8601/0/Gregorian' } }
        : {}),
    },
    links: [
      { rel: 'self', type: 'application/json', title: words.self, href: home },
      { rel: 'items', type: 'application/geo+json', title: words.items, href: `${home}/items` },
      {
        rel: 'http://www.opengis.net/def/rel/ogc/1.0/queryables',
        type: 'application/schema+json',
        title: words.queryables,
        href: `${home}/queryables`,
      },
      {
        rel: 'http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector',
        type: 'application/json',
        title: words.tiles,
        href: `${home}/tiles`,
      },
      { rel: 'describedby', type: 'application/json', title: 'TileJSON', href: `${base}/tiles/${layer.id}.json` },
    ],
  }
}

/** JSON Schema of what a collection can be filtered by (OGC API Features Part 3, clause 6). */
export const queryables = (layer: Layer, base: string, language: Language) => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `${base}/api/collections/${layer.id}/queryables`,
  type: 'object',
  title: layer.name[language],
  description: layer.description[language],
  properties: {
    geom: { format: `geometry-${layer.geometry.toLowerCase()}`, 'x-ogc-role': 'primary-geometry' },
    ...Object.fromEntries(fieldsOf(layer).map((field) => [field.name, fieldSchema(field, language)])),
  },
  additionalProperties: false,
})

/** JSON Schema of a field's value. */
export function fieldSchema(field: Field, language: Language) {
  const title = field.label[language]
  switch (field.type) {
    case 'integer':
    case 'number':
      return {
        title,
        type: field.type,
        ...(field.unit ? { 'x-ogc-unit': field.unit } : {}),
        ...(field.minimum === undefined ? {} : { minimum: field.minimum }),
        ...(field.maximum === undefined ? {} : { maximum: field.maximum }),
      }
    case 'boolean':
      return { title, type: 'boolean' }
    case 'date':
      return { title, type: 'string', format: 'date' }
    case 'choice':
      return {
        title,
        type: 'string',
        enum: field.choices.map(({ value }) => value),
        description: field.choices.map(({ value, label }) => `${value}: ${label[language]}`).join('; '),
      }
    case 'code':
    case 'text':
      return { title, type: 'string' }
  }
}
