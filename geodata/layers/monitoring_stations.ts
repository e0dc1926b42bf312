import { CODE_FIELD, type Layer, MANAGED_BY_FIELD, NAME_EN_FIELD, NAME_FIELD } from './layer.ts'

/** Water classes after GB 3838-2002. */
export const monitoringStations: Layer = {
  id: 'monitoring_stations',
  name: { zh: '监测站点', en: 'Monitoring stations' },
  description: { zh: '水质监测断面与自动站。', en: 'Water-quality sections and automatic stations.' },
  group: 'water',
  geometry: 'Point',
  fields: [
    { ...CODE_FIELD, tile: true },
    { ...NAME_FIELD, required: true },
    NAME_EN_FIELD,
    {
      name: 'kind',
      label: { zh: '类型', en: 'Kind' },
      type: 'choice',
      required: true,
      tile: true,
      choices: [
        { value: 'section', label: { zh: '监测断面', en: 'Section' }, style: { glyph: '断' } },
        { value: 'automatic', label: { zh: '自动站', en: 'Automatic station' }, style: { glyph: '自' } },
      ],
    },
    { name: 'river_name', label: { zh: '所在河流', en: 'River' }, type: 'text', search: true },
    { name: 'chainage_m', label: { zh: '里程桩号', en: 'Chainage' }, type: 'number', unit: 'm', minimum: 0 },
    {
      name: 'water_class',
      label: { zh: '水质类别', en: 'Water class' },
      type: 'choice',
      tile: true,
      choices: [
        { value: 'I', label: { zh: 'Ⅰ类', en: 'Class I' }, style: { color: '#2b6cb0', glyph: 'Ⅰ' } },
        { value: 'II', label: { zh: 'Ⅱ类', en: 'Class II' }, style: { color: '#2b6cb0', glyph: 'Ⅱ' } },
        { value: 'III', label: { zh: 'Ⅲ类', en: 'Class III' }, style: { color: '#2f855a', glyph: 'Ⅲ' } },
        { value: 'IV', label: { zh: 'Ⅳ类', en: 'Class IV' }, style: { color: '#a16207', glyph: 'Ⅳ' } },
        { value: 'V', label: { zh: 'Ⅴ类', en: 'Class V' }, style: { color: '#c05621', glyph: 'Ⅴ', mark: 'exclamation' } },
        { value: 'beyond_V', label: { zh: '劣Ⅴ类', en: 'Beyond class V' }, style: { color: '#c53030', glyph: '劣', mark: 'cross' } },
      ],
    },
    { name: 'sampled_on', label: { zh: '采样日期', en: 'Sampled' }, type: 'date' },
    { name: 'dissolved_oxygen_mg_l', label: { zh: '溶解氧', en: 'Dissolved oxygen' }, type: 'number', unit: 'mg/L', minimum: 0 },
    { name: 'permanganate_index_mg_l', label: { zh: '高锰酸盐指数', en: 'Permanganate index' }, type: 'number', unit: 'mg/L', minimum: 0 },
    { name: 'cod_mg_l', label: { zh: '化学需氧量', en: 'Chemical oxygen demand' }, type: 'number', unit: 'mg/L', minimum: 0 },
    { name: 'ammonia_nitrogen_mg_l', label: { zh: '氨氮', en: 'Ammonia nitrogen' }, type: 'number', unit: 'mg/L', minimum: 0 },
    { name: 'total_phosphorus_mg_l', label: { zh: '总磷', en: 'Total phosphorus' }, type: 'number', unit: 'mg/L', minimum: 0 },
    MANAGED_BY_FIELD,
  ],
  title: ['name', 'code'],
  symbol: { kind: 'point', color: '#0f766e', shape: 'diamond', glyph: '测', by: 'water_class' },
  labelFrom: 12,
  thinBelow: 10,
}
