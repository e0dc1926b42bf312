import { AREA_FIELD, CODE_FIELD, type Layer, MANAGED_BY_FIELD, NAME_EN_FIELD, NAME_FIELD } from './layer.ts'

export const patrolAreas: Layer = {
  id: 'patrol_areas',
  name: { zh: '季节巡查区', en: 'Seasonal patrol areas' },
  description: { zh: '秸秆禁烧、护林防火等季节性巡查的责任片区。', en: 'Areas patrolled in one season, against straw burning, forest fires or floods.' },
  group: 'hazard',
  geometry: 'MultiPolygon',
  temporal: true,
  fields: [
    { ...CODE_FIELD, tile: true },
    { ...NAME_FIELD, required: true },
    NAME_EN_FIELD,
    {
      name: 'season',
      label: { zh: '巡查事项', en: 'Patrolled for' },
      type: 'choice',
      required: true,
      tile: true,
      choices: [
        { value: 'straw_burning', label: { zh: '秸秆禁烧', en: 'Straw burning' }, style: { color: '#a16207' } },
        { value: 'forest_fire', label: { zh: '森林防火', en: 'Forest fires' }, style: { color: '#9a3412', dash: [3, 2] } },
        { value: 'flood', label: { zh: '防汛', en: 'Floods' }, style: { color: '#2563a8', dash: [6, 2] } },
      ],
    },
    { name: 'starts_on', label: { zh: '开始日期', en: 'Starts' }, type: 'date' },
    { name: 'ends_on', label: { zh: '结束日期', en: 'Ends' }, type: 'date' },
    { name: 'patrollers', label: { zh: '巡查人数', en: 'People on patrol' }, type: 'integer', minimum: 0 },
    { name: 'fire_points', label: { zh: '火点数', en: 'Fires found' }, type: 'integer', minimum: 0, tile: true },
    { name: 'households', label: { zh: '户数', en: 'Households' }, type: 'integer', minimum: 0 },
    MANAGED_BY_FIELD,
    AREA_FIELD,
  ],
  title: ['name', 'code'],
  symbol: { kind: 'area', color: '#a16207', opacity: 0.08, width: 1.5, by: 'season' },
  labelFrom: 12,
}
