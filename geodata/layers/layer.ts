/** What one entry of the layer catalogue says. Tables, tiles, API, legend, inspector, table and import all read it from here. */

/** A text in the two languages of the console. */
export interface Words {
  readonly zh: string
  readonly en: string
}

export type GeometryType = 'Point' | 'LineString' | 'MultiLineString' | 'MultiPolygon'

/** Units as they are shown; the number in the database is always in this unit. */
export type Unit = 'm' | 'm2' | 'm3' | 'mm' | 'MPa' | 'L/s' | 'degree' | 'mm/a' | 't/d' | 'mg/L' | 'm2/person' | 'km/h'

/** A second sign beside colour, so that a state is legible in print and to colour-blind eyes. */
export type Mark = 'cross' | 'question' | 'exclamation' | 'slash' | 'clock'

export interface Choice {
  readonly value: string
  readonly label: Words
  /** How a feature with this value is drawn; what is left out comes from the layer's symbol. */
  readonly style?: {
    readonly color?: string
    /** The colour on a dark map, where lightening the other would say something else. */
    readonly dark?: string
    readonly mark?: Mark
    /** Line width or outline width in CSS pixels. */
    readonly width?: number
    /** Dash pattern in line widths. */
    readonly dash?: readonly number[]
    /** Replaces the layer's glyph. */
    readonly glyph?: string
  }
}

interface FieldBase {
  /** Column name, property name and tile attribute name. */
  readonly name: string
  readonly label: Words
  /** Not null in the table, and an import must bring it. */
  readonly required?: true
  /** Carried in tiles, from a zoom on where a number stands: only what the map draws or filters by. */
  readonly tile?: true | number
  /** Searched by the search box. */
  readonly search?: true
  /** What an import stores where the file says nothing; the same default stands in the table. */
  readonly default?: string
  /** Calculated by the database; an import can't set it. */
  readonly derived?: true
  /** Source names an import recognises without --map, besides the field's own name and its Chinese label. */
  readonly aliases?: readonly string[]
}

export type Field =
  | (FieldBase & { readonly type: 'text' })
  /** A text of digits and letters in which leading zeros count; `digits` fixes its length. */
  | (FieldBase & { readonly type: 'code'; readonly digits?: readonly number[] })
  | (FieldBase & { readonly type: 'integer' | 'number'; readonly unit?: Unit; readonly minimum?: number; readonly maximum?: number })
  | (FieldBase & { readonly type: 'boolean' })
  | (FieldBase & { readonly type: 'date' })
  | (FieldBase & { readonly type: 'choice'; readonly choices: readonly Choice[] })

export type PointShape = 'circle' | 'square' | 'diamond' | 'triangle' | 'drop'

/** `by` names a choice field whose choices' styles override what stands here. */
export type Symbol =
  | { readonly kind: 'point'; readonly color: string; readonly dark?: string; readonly shape: PointShape; readonly glyph: string; readonly by?: string }
  | { readonly kind: 'line'; readonly color: string; readonly dark?: string; readonly width: number; readonly dash?: readonly number[]; readonly by?: string }
  | {
      readonly kind: 'area'
      readonly color: string
      readonly dark?: string
      /** Opacity of the fill, 0 to 1; the outline is always opaque. */
      readonly opacity: number
      readonly width: number
      readonly dash?: readonly number[]
      readonly by?: string
    }

export type Group = 'fabric' | 'fire' | 'sanitation' | 'water' | 'hazard' | 'emergency' | 'place'

export interface Layer {
  /** Collection id, table name and tile layer name. */
  readonly id: string
  readonly name: Words
  /** One sentence on what a feature of this layer is. */
  readonly description: Words
  readonly group: Group
  readonly geometry: GeometryType
  /** The ground that everything else lies on: drawn beneath, without borders or names, and never what a click means. */
  readonly isGround?: true
  /** A feature may be without a place on the map (a grid of class B, a trade). */
  readonly geometryOptional?: true
  /** The right without which the layer does not leave the server. */
  readonly right?: 'households.read'
  /** Features have valid_from and valid_to; questions are about a day. */
  readonly temporal?: true
  readonly fields: readonly Field[]
  /** The field a person calls the feature by; the next ones serve where it is empty. */
  readonly title: readonly string[]
  readonly symbol: Symbol
  /** Zoom from which a label is drawn. */
  readonly labelFrom: number
  /** Below this zoom, points are thinned to one per 32 px, which carries `point_count`. */
  readonly thinBelow?: number
  /** Features with these values of a field are in tiles from the given zoom only; others from the start. */
  readonly appear?: { readonly field: string; readonly from: Readonly<Record<string, number>> }
}

/** Zooms for which tiles are made; a map draws deeper zooms from the deepest tiles. */
export const TILE_ZOOMS = { minimum: 0, maximum: 18 } as const

/** Fields every temporal layer has besides its own. */
export const VALIDITY: readonly Field[] = [
  { name: 'valid_from', label: { zh: '生效日期', en: 'Valid from' }, type: 'date', required: true, default: 'today' },
  { name: 'valid_to', label: { zh: '失效日期', en: 'Valid to' }, type: 'date' },
]

/** Field definitions that many layers share, so that the same thing is called the same everywhere. */
export const CODE_FIELD = { name: 'code', label: { zh: '编号', en: 'Number' }, type: 'code', search: true } as const satisfies Field
export const NAME_FIELD = { name: 'name', label: { zh: '名称', en: 'Name' }, type: 'text', tile: true, search: true } as const satisfies Field
export const NAME_EN_FIELD = { name: 'name_en', label: { zh: '英文名称', en: 'English name' }, type: 'text', tile: true, search: true } as const satisfies Field
export const ADDRESS_FIELD = { name: 'address', label: { zh: '地址', en: 'Address' }, type: 'text', search: true } as const satisfies Field
export const MANAGED_BY_FIELD = { name: 'managed_by', label: { zh: '管护单位', en: 'Managed by' }, type: 'text' } as const satisfies Field
export const AREA_FIELD = { name: 'area_m2', label: { zh: '面积', en: 'Area' }, type: 'number', unit: 'm2', derived: true } as const satisfies Field
export const LENGTH_FIELD = { name: 'length_m', label: { zh: '长度', en: 'Length' }, type: 'number', unit: 'm', derived: true } as const satisfies Field
