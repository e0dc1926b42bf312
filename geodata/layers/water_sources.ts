import { ADDRESS_FIELD, CODE_FIELD, type Layer, MANAGED_BY_FIELD, NAME_FIELD } from './layer.ts'

export const waterSources: Layer = {
  id: 'water_sources',
  name: { zh: '消防水源', en: 'Water sources' },
  description: {
    zh: '消防水池、取水码头和可供取水的天然水源。',
    en: 'Fire ponds and tanks, intake wharves, and natural water that engines can draw from.',
  },
  group: 'fire',
  geometry: 'Point',
  fields: [
    { ...CODE_FIELD, tile: true },
    NAME_FIELD,
    {
      name: 'kind', label: { zh: '类型', en: 'Kind' }, type: 'choice', required: true, tile: true,
      choices: [
        { value: 'pool', label: { zh: '消防水池', en: 'Fire pool' }, style: { glyph: '池' } },
        { value: 'wharf', label: { zh: '取水码头', en: 'Intake wharf' }, style: { glyph: '码' } },
        { value: 'natural', label: { zh: '天然水源', en: 'Natural source' }, style: { glyph: '源' } },
      ],
    },
    {
      name: 'usable', label: { zh: '可用', en: 'Usable' }, type: 'choice', required: true, default: 'unknown', tile: true,
      choices: [
        { value: 'yes', label: { zh: '可用', en: 'Usable' } },
        { value: 'no', label: { zh: '不可用', en: 'Not usable' }, style: { color: '#4b5563', mark: 'cross' } },
        { value: 'unknown', label: { zh: '未知', en: 'Unknown' }, style: { color: '#b7791f', mark: 'question' } },
      ],
    },
    {
      name: 'record_state', label: { zh: '档案状态', en: 'Record state' }, type: 'choice', required: true, default: 'normal',
      choices: [
        { value: 'normal', label: { zh: '正常', en: 'Normal' } },
        { value: 'abandoned', label: { zh: '废弃', en: 'Abandoned' } },
      ],
    },
    ADDRESS_FIELD,
    { name: 'capacity_m3', label: { zh: '容量', en: 'Capacity' }, type: 'number', unit: 'm3', minimum: 0 },
    { name: 'usable_in_dry_season', label: { zh: '枯水期可用', en: 'Usable in the dry season' }, type: 'boolean' },
    { name: 'suction_height_m', label: { zh: '吸水高度', en: 'Suction height' }, type: 'number', unit: 'm', minimum: 0, maximum: 100 },
    { name: 'vehicle_access', label: { zh: '消防车可到', en: 'Fire engines can reach it' }, type: 'boolean' },
    { name: 'parking_places', label: { zh: '停车位', en: 'Places for engines' }, type: 'integer', minimum: 0 },
    MANAGED_BY_FIELD,
    { name: 'inspected_on', label: { zh: '最近检查', en: 'Last inspected' }, type: 'date' },
  ],
  title: ['name', 'code'],
  symbol: { kind: 'point', color: '#1f6feb', shape: 'drop', glyph: '水', by: 'usable' },
  labelFrom: 14,
  thinBelow: 12,
}
