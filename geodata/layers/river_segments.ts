import { type Layer, LENGTH_FIELD, NAME_EN_FIELD, NAME_FIELD } from './layer.ts'

export const riverSegments: Layer = {
  id: 'river_segments',
  name: { zh: '河段', en: 'River segments' },
  description: {
    zh: '河长分段负责的河段，相邻河段首尾相接，以里程桩号定位。',
    en: 'The stretch a river chief answers for; neighbours meet exactly, located by chainage.',
  },
  group: 'water',
  geometry: 'MultiLineString',
  temporal: true,
  fields: [
    { name: 'code', label: { zh: '河段编码', en: 'Segment code' }, type: 'code', digits: [12], required: true, tile: true, search: true },
    { ...NAME_FIELD, required: true },
    NAME_EN_FIELD,
    { name: 'river_name', label: { zh: '所属河流', en: 'River' }, type: 'text', required: true, tile: true, search: true },
    { name: 'chainage_from_m', label: { zh: '起点里程', en: 'From chainage' }, type: 'number', unit: 'm', minimum: 0, required: true },
    { name: 'chainage_to_m', label: { zh: '终点里程', en: 'To chainage' }, type: 'number', unit: 'm', minimum: 0, required: true },
    {
      name: 'water_class_target',
      label: { zh: '水质目标', en: 'Target water class' },
      type: 'choice',
      tile: true,
      choices: [
        { value: 'I', label: { zh: 'Ⅰ类', en: 'Class I' }, style: { color: '#2b6cb0' } },
        { value: 'II', label: { zh: 'Ⅱ类', en: 'Class II' }, style: { color: '#2b6cb0' } },
        { value: 'III', label: { zh: 'Ⅲ类', en: 'Class III' }, style: { color: '#2f855a', dash: [6, 1] } },
        { value: 'IV', label: { zh: 'Ⅳ类', en: 'Class IV' }, style: { color: '#b7791f', dash: [4, 1] } },
        { value: 'V', label: { zh: 'Ⅴ类', en: 'Class V' }, style: { color: '#c05621', dash: [2, 1] } },
      ],
    },
    { name: 'start_place', label: { zh: '起点', en: 'Starts at' }, type: 'text' },
    { name: 'end_place', label: { zh: '终点', en: 'Ends at' }, type: 'text' },
    LENGTH_FIELD,
  ],
  title: ['name', 'code'],
  symbol: { kind: 'line', color: '#0e7490', width: 5, by: 'water_class_target' },
  labelFrom: 12,
}
