import { LENGTH_FIELD, type Layer, NAME_FIELD } from './layer.ts'

export const faults: Layer = {
  id: 'faults',
  name: { zh: '断层', en: 'Faults' },
  description: { zh: '活动断层迹线。', en: 'Traces of active faults.' },
  group: 'hazard',
  geometry: 'MultiLineString',
  fields: [
    { name: 'code', label: { zh: '断层编号', en: 'Fault number' }, type: 'code', search: true },
    { ...NAME_FIELD, aliases: ['fault_name', 'Name', 'NAME'] },
    { name: 'section_name', label: { zh: '断层段', en: 'Section' }, type: 'text', aliases: ['segment'] },
    {
      name: 'sense', label: { zh: '性质', en: 'Sense' }, type: 'choice', tile: true,
      choices: [
        { value: 'normal', label: { zh: '正断层', en: 'Normal' } },
        { value: 'reverse', label: { zh: '逆断层', en: 'Reverse' } },
        { value: 'strike_slip', label: { zh: '走滑断层', en: 'Strike-slip' } },
        { value: 'unknown', label: { zh: '不明', en: 'Unknown' } },
      ],
    },
    { name: 'strike_degree', label: { zh: '走向', en: 'Strike' }, type: 'number', unit: 'degree', minimum: 0, maximum: 360 },
    { name: 'dip_degree', label: { zh: '倾角', en: 'Dip' }, type: 'number', unit: 'degree', minimum: 0, maximum: 90 },
    {
      name: 'exposure', label: { zh: '出露', en: 'Exposure' }, type: 'choice', required: true, default: 'unknown', tile: true,
      choices: [
        { value: 'exposed', label: { zh: '出露', en: 'Exposed' } },
        { value: 'buried', label: { zh: '隐伏', en: 'Buried' }, style: { dash: [3, 2] } },
        { value: 'unknown', label: { zh: '不明', en: 'Unknown' }, style: { dash: [5, 1, 1, 1] } },
      ],
    },
    {
      name: 'activity', label: { zh: '最新活动时代', en: 'Latest activity' }, type: 'choice',
      choices: [
        { value: 'holocene', label: { zh: '全新世', en: 'Holocene' } },
        { value: 'late_pleistocene', label: { zh: '晚更新世', en: 'Late Pleistocene' } },
        { value: 'early_middle_pleistocene', label: { zh: '早中更新世', en: 'Early or middle Pleistocene' } },
        { value: 'pre_quaternary', label: { zh: '前第四纪', en: 'Before the Quaternary' } },
        { value: 'unknown', label: { zh: '不明', en: 'Unknown' } },
      ],
    },
    { name: 'slip_rate_mm_a', label: { zh: '滑动速率', en: 'Slip rate' }, type: 'number', unit: 'mm/a', minimum: 0 },
    { name: 'location_uncertainty_m', label: { zh: '位置误差', en: 'Location uncertainty' }, type: 'number', unit: 'm', minimum: 0 },
    { name: 'certainty', label: { zh: '可靠程度', en: 'Certainty' }, type: 'text', aliases: ['confidence'] },
    { name: 'source', label: { zh: '资料来源', en: 'Source' }, type: 'text', aliases: ['reference', 'references'] },
    LENGTH_FIELD,
  ],
  title: ['name', 'section_name', 'code'],
  symbol: { kind: 'line', color: '#b3261e', width: 2.5, by: 'exposure' },
  labelFrom: 11,
}
