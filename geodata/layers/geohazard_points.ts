import { CODE_FIELD, type Layer, MANAGED_BY_FIELD, NAME_FIELD } from './layer.ts'

export const geohazardPoints: Layer = {
  id: 'geohazard_points',
  name: { zh: '地质灾害点', en: 'Geohazard points' },
  description: { zh: '地质灾害隐患点。', en: 'Known places of geological danger.' },
  group: 'hazard',
  geometry: 'Point',
  fields: [
    { ...CODE_FIELD, tile: true },
    { ...NAME_FIELD, required: true },
    {
      name: 'kind',
      label: { zh: '灾害类型', en: 'Kind' },
      type: 'choice',
      required: true,
      tile: true,
      choices: [
        { value: 'rockfall', label: { zh: '崩塌', en: 'Rockfall' }, style: { glyph: '崩' } },
        { value: 'slide', label: { zh: '滑坡', en: 'Slide' }, style: { glyph: '滑' } },
        { value: 'debris_flow', label: { zh: '泥石流', en: 'Debris flow' }, style: { glyph: '泥' } },
        { value: 'collapse', label: { zh: '地面塌陷', en: 'Collapse' }, style: { glyph: '陷' } },
        { value: 'fissure', label: { zh: '地裂缝', en: 'Ground fissure' }, style: { glyph: '裂' } },
        { value: 'subsidence', label: { zh: '地面沉降', en: 'Subsidence' }, style: { glyph: '沉' } },
      ],
    },
    {
      name: 'grade',
      label: { zh: '险情等级', en: 'Grade' },
      type: 'choice',
      required: true,
      tile: true,
      choices: [
        { value: 'very_large', label: { zh: '特大型', en: 'Very large (1,000 people or more)' } },
        { value: 'large', label: { zh: '大型', en: 'Large (500 to 1,000 people)' } },
        { value: 'medium', label: { zh: '中型', en: 'Medium (100 to 500 people)' } },
        { value: 'small', label: { zh: '小型', en: 'Small (below 100 people)' } },
      ],
    },
    { name: 'threatened_people', label: { zh: '威胁人数', en: 'People threatened' }, type: 'integer', minimum: 0 },
    { name: 'monitored', label: { zh: '已设监测', en: 'Monitored' }, type: 'boolean' },
    MANAGED_BY_FIELD,
    { name: 'inspected_on', label: { zh: '最近排查', en: 'Last inspected' }, type: 'date' },
  ],
  title: ['name', 'code'],
  symbol: { kind: 'point', color: '#92400e', shape: 'triangle', glyph: '灾', by: 'kind' },
  labelFrom: 14,
  thinBelow: 11,
}
