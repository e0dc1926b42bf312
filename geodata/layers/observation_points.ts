import { ADDRESS_FIELD, CODE_FIELD, type Layer, MANAGED_BY_FIELD, NAME_EN_FIELD, NAME_FIELD } from './layer.ts'

export const observationPoints: Layer = {
  id: 'observation_points',
  name: { zh: '观测与速报点', en: 'Observation points' },
  description: {
    zh: '地震宏观与仪器观测点，以及各村的灾情速报点。',
    en: 'Where instruments and people observe earthquakes, and from where a village reports damage.',
  },
  group: 'hazard',
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
        { value: 'station', label: { zh: '观测点', en: 'Observation point' }, style: { glyph: '观' } },
        { value: 'reporter', label: { zh: '灾情速报点', en: 'Damage reporter' }, style: { glyph: '报', color: '#7c6f1c' } },
      ],
    },
    ADDRESS_FIELD,
    { name: 'equipment', label: { zh: '观测手段', en: 'Equipment' }, type: 'text' },
    MANAGED_BY_FIELD,
    { name: 'inspected_on', label: { zh: '最近检查', en: 'Last inspected' }, type: 'date' },
  ],
  title: ['name', 'code'],
  symbol: { kind: 'point', color: '#9a3412', shape: 'diamond', glyph: '观', by: 'kind' },
  labelFrom: 14,
  thinBelow: 12,
}
