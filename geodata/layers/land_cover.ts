import { AREA_FIELD, type Choice, type Layer } from './layer.ts'

/** What the ground is, shared with the unit cells. Tints of a paper map: pale, so that everything drawn on them stands out. */
export const LAND_KINDS: readonly Choice[] = [
  { value: 'built_up', label: { zh: '建成区', en: 'Built-up' }, style: { color: '#e9ded6', dark: '#3b3634' } },
  { value: 'rural_settlement', label: { zh: '村庄', en: 'Village land' }, style: { color: '#eeddc4', dark: '#3d352b' } },
  { value: 'field', label: { zh: '耕地', en: 'Fields' }, style: { color: '#f6f2df', dark: '#242a2c' } },
  { value: 'forest', label: { zh: '林地', en: 'Forest' }, style: { color: '#d9e6c8', dark: '#1f3328' } },
  { value: 'water', label: { zh: '水域', en: 'Water' }, style: { color: '#bcd9ea', dark: '#1c4259' } },
  { value: 'other', label: { zh: '其他', en: 'Other' }, style: { color: '#e3ead2', dark: '#2a352d' } },
]

export const landCover: Layer = {
  id: 'land_cover',
  name: { zh: '地表覆盖', en: 'Land cover' },
  description: { zh: '地图的底色：建成区、村庄、耕地、林地与水域。', en: 'The ground of the map: built-up land, villages, fields, forest and water.' },
  group: 'place',
  geometry: 'MultiPolygon',
  isGround: true,
  fields: [
    { name: 'kind', label: { zh: '类型', en: 'Kind' }, type: 'choice', choices: LAND_KINDS, required: true, tile: true },
    { name: 'source', label: { zh: '资料来源', en: 'Source' }, type: 'text' },
    AREA_FIELD,
  ],
  title: ['kind'],
  symbol: { kind: 'area', color: '#f6f2df', opacity: 1, width: 0, by: 'kind' },
  labelFrom: 24,
}
