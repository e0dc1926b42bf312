import { CODE_FIELD, type Layer, LENGTH_FIELD, MANAGED_BY_FIELD, NAME_FIELD } from './layer.ts'
import { ROAD_CLASSES } from './roads.ts'

export const roadSegments: Layer = {
  id: 'road_segments',
  name: { zh: '养护路段', en: 'Road segments' },
  description: { zh: '有人负责的道路路段（路长制）。', en: 'The stretch of a road that somebody is responsible for.' },
  group: 'sanitation',
  geometry: 'MultiLineString',
  temporal: true,
  fields: [
    { ...CODE_FIELD, required: true, tile: true },
    NAME_FIELD,
    { name: 'road_name', label: { zh: '所属道路', en: 'Road' }, type: 'text', required: true, search: true },
    { name: 'class', label: { zh: '等级', en: 'Class' }, type: 'choice', choices: ROAD_CLASSES.map(({ value, label }) => ({ value, label })) },
    { name: 'chainage_from_m', label: { zh: '起点里程', en: 'From chainage' }, type: 'number', unit: 'm', minimum: 0, required: true },
    { name: 'chainage_to_m', label: { zh: '终点里程', en: 'To chainage' }, type: 'number', unit: 'm', minimum: 0, required: true },
    { name: 'width_m', label: { zh: '路宽', en: 'Width' }, type: 'number', unit: 'm', minimum: 0, maximum: 200 },
    { name: 'sweeps_per_day', label: { zh: '每日清扫次数', en: 'Sweeps a day' }, type: 'integer', minimum: 0 },
    MANAGED_BY_FIELD,
    LENGTH_FIELD,
  ],
  title: ['name', 'road_name', 'code'],
  symbol: { kind: 'line', color: '#a855a0', width: 3, dash: [4, 1.5] },
  labelFrom: 14,
}
