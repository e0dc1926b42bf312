import { type Layer, LENGTH_FIELD, NAME_EN_FIELD, NAME_FIELD } from './layer.ts'

export const rivers: Layer = {
  id: 'rivers',
  name: { zh: '河流', en: 'Rivers' },
  description: { zh: '河道中心线，里程自源头向下游计。', en: 'Centre lines; chainage counts from the source downstream.' },
  group: 'water',
  geometry: 'MultiLineString',
  fields: [
    { name: 'code', label: { zh: '河流代码', en: 'River code' }, type: 'code', search: true },
    { ...NAME_FIELD, aliases: ['name_zh', '河名'] },
    { ...NAME_EN_FIELD, aliases: ['name_en'] },
    {
      name: 'rank',
      label: { zh: '等级', en: 'Rank' },
      type: 'choice',
      required: true,
      tile: true,
      choices: [
        { value: 'main', label: { zh: '主要河道', en: 'Main river' }, style: { width: 3.5 } },
        { value: 'tributary', label: { zh: '支流', en: 'Tributary' }, style: { width: 2 } },
        { value: 'ditch', label: { zh: '沟渠', en: 'Ditch or canal' }, style: { width: 1.25 } },
      ],
    },
    { name: 'basin', label: { zh: '流域', en: 'Basin' }, type: 'text' },
    LENGTH_FIELD,
  ],
  title: ['name', 'name_en', 'code'],
  symbol: { kind: 'line', color: '#4f9fd8', width: 2, by: 'rank' },
  labelFrom: 10,
  appear: { field: 'rank', from: { ditch: 12 } },
}
