import type { Choice } from './layer.ts'
import { type Layer, LENGTH_FIELD, NAME_EN_FIELD, NAME_FIELD } from './layer.ts'

/** Road classes from wide to narrow, shared with the road segments. */
export const ROAD_CLASSES: readonly Choice[] = [
  { value: 'motorway', label: { zh: '高速公路', en: 'Motorway' }, style: { color: '#d9822b', dark: '#c47a34', width: 5 } },
  { value: 'national', label: { zh: '国道', en: 'National road' }, style: { color: '#e0a43a', dark: '#b98b3a', width: 4.5 } },
  { value: 'provincial', label: { zh: '省道', en: 'Provincial road' }, style: { color: '#e8bf5a', dark: '#a48b50', width: 4 } },
  { value: 'county', label: { zh: '县道', en: 'County road' }, style: { color: '#f0d58a', dark: '#8b7d58', width: 3.25 } },
  { value: 'town', label: { zh: '乡道', en: 'Town road' }, style: { color: '#f3e3b3', dark: '#766f5d', width: 2.5 } },
  { value: 'street', label: { zh: '城镇街道', en: 'Street' }, style: { color: '#ffffff', dark: '#6a7275', width: 3 } },
  { value: 'village', label: { zh: '村道', en: 'Village road' }, style: { color: '#ffffff', dark: '#5f676a', width: 1.75 } },
]

export const roads: Layer = {
  id: 'roads',
  name: { zh: '道路', en: 'Roads' },
  description: { zh: '道路网，路段首尾相接，可计算路程。', en: 'The road network: edges meet at junctions, so that ways can be measured along it.' },
  group: 'place',
  geometry: 'LineString',
  fields: [
    { name: 'code', label: { zh: '道路编号', en: 'Road number' }, type: 'code', tile: true, search: true },
    NAME_FIELD,
    NAME_EN_FIELD,
    { name: 'class', label: { zh: '等级', en: 'Class' }, type: 'choice', choices: ROAD_CLASSES, required: true, tile: true },
    { name: 'width_m', label: { zh: '路宽', en: 'Width' }, type: 'number', unit: 'm', minimum: 0, maximum: 200 },
    { name: 'speed_limit_km_h', label: { zh: '限速', en: 'Speed limit' }, type: 'integer', unit: 'km/h', minimum: 1, maximum: 130 },
    { name: 'one_way', label: { zh: '单行', en: 'One-way' }, type: 'boolean' },
    LENGTH_FIELD,
  ],
  title: ['name', 'code'],
  symbol: { kind: 'line', color: '#ffffff', dark: '#6a7275', width: 2, by: 'class' },
  labelFrom: 13,
  appear: { field: 'class', from: { county: 8, town: 10, street: 11, village: 12 } },
}
