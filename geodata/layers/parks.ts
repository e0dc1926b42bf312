import { AREA_FIELD, CODE_FIELD, type Layer, MANAGED_BY_FIELD, NAME_EN_FIELD, NAME_FIELD } from './layer.ts'

export const parks: Layer = {
  id: 'parks',
  name: { zh: '公园绿地', en: 'Parks' },
  description: { zh: '公园、游园和广场。', en: 'Parks, gardens and squares that are open to all.' },
  group: 'place',
  geometry: 'MultiPolygon',
  temporal: true,
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
        { value: 'comprehensive', label: { zh: '综合公园', en: 'Park' } },
        { value: 'community', label: { zh: '社区游园', en: 'Garden' } },
        { value: 'square', label: { zh: '广场', en: 'Square' }, style: { color: '#8a7a4f', dash: [1, 1] } },
        { value: 'protective', label: { zh: '防护绿地', en: 'Protective green' }, style: { dash: [3, 2] } },
      ],
    },
    MANAGED_BY_FIELD,
    AREA_FIELD,
  ],
  title: ['name', 'code'],
  symbol: { kind: 'area', color: '#3f8f4f', opacity: 0.28, width: 1, by: 'kind' },
  labelFrom: 14,
}
