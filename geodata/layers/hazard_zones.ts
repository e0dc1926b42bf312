import { AREA_FIELD, type Layer, NAME_EN_FIELD, NAME_FIELD } from './layer.ts'

export const hazardZones: Layer = {
  id: 'hazard_zones',
  name: { zh: '风险区', en: 'Hazard zones' },
  description: { zh: '断层避让带、调查带以及滑坡、洪水等风险范围。', en: 'Zones around faults to avoid or to investigate, and areas of slides and floods.' },
  group: 'hazard',
  geometry: 'MultiPolygon',
  temporal: true,
  fields: [
    { name: 'code', label: { zh: '风险区编号', en: 'Zone number' }, type: 'code', search: true },
    { ...NAME_FIELD, required: true },
    NAME_EN_FIELD,
    {
      name: 'kind',
      label: { zh: '类型', en: 'Kind' },
      type: 'choice',
      required: true,
      tile: true,
      choices: [
        { value: 'fault_avoidance', label: { zh: '断层避让带（不得建设）', en: 'Fault avoidance (do not build)' }, style: { color: '#b3261e' } },
        { value: 'fault_investigation', label: { zh: '断层调查带', en: 'Fault investigation' }, style: { color: '#c2701c', dash: [4, 2] } },
        { value: 'slide', label: { zh: '崩塌滑坡风险区', en: 'Rockfall and slides' }, style: { color: '#7c4a1e', dash: [2, 1] } },
        { value: 'flood', label: { zh: '洪水风险区', en: 'Flood' }, style: { color: '#2563a8', dash: [6, 1] } },
        { value: 'subsidence', label: { zh: '地面塌陷沉降区', en: 'Subsidence' }, style: { color: '#6b4f8a', dash: [1, 1] } },
      ],
    },
    {
      name: 'grade',
      label: { zh: '风险等级', en: 'Grade' },
      type: 'choice',
      choices: [
        { value: 'very_high', label: { zh: '极高', en: 'Very high' } },
        { value: 'high', label: { zh: '高', en: 'High' } },
        { value: 'medium', label: { zh: '中', en: 'Medium' } },
        { value: 'low', label: { zh: '低', en: 'Low' } },
      ],
    },
    { name: 'basis', label: { zh: '依据', en: 'Basis' }, type: 'text' },
    { name: 'edition', label: { zh: '版本', en: 'Edition' }, type: 'text' },
    AREA_FIELD,
  ],
  title: ['name', 'code'],
  symbol: { kind: 'area', color: '#b3261e', opacity: 0.16, width: 1.25, by: 'kind' },
  labelFrom: 13,
}
