import { CODE_FIELD, type Layer, LENGTH_FIELD, NAME_EN_FIELD, NAME_FIELD } from './layer.ts'

export const plannedRoads: Layer = {
  id: 'planned_roads',
  name: { zh: '规划道路', en: 'Planned roads' },
  description: { zh: '规划道路及其红线宽度。', en: 'Roads of the town plan, with the width between their red lines.' },
  group: 'place',
  geometry: 'MultiLineString',
  temporal: true,
  fields: [
    { ...CODE_FIELD, tile: true },
    { ...NAME_FIELD, required: true },
    NAME_EN_FIELD,
    { name: 'from_place', label: { zh: '起点', en: 'From' }, type: 'text' },
    { name: 'to_place', label: { zh: '终点', en: 'To' }, type: 'text' },
    { name: 'red_line_width_m', label: { zh: '红线宽度', en: 'Width between red lines' }, type: 'number', unit: 'm', minimum: 0, maximum: 300, tile: true },
    {
      name: 'state',
      label: { zh: '状态', en: 'State' },
      type: 'choice',
      required: true,
      tile: true,
      choices: [
        { value: 'planned', label: { zh: '规划', en: 'Planned' }, style: { dash: [2, 2] } },
        { value: 'approved', label: { zh: '已批复', en: 'Approved' }, style: { dash: [5, 2] } },
        { value: 'under_construction', label: { zh: '在建', en: 'Under construction' }, style: { dash: [8, 1] } },
      ],
    },
    { name: 'edition', label: { zh: '规划', en: 'Plan' }, type: 'text' },
    LENGTH_FIELD,
  ],
  title: ['name', 'code'],
  symbol: { kind: 'line', color: '#c2410c', width: 3, dash: [5, 2], by: 'state' },
  labelFrom: 13,
}
