import { AREA_FIELD, CODE_FIELD, type Layer, NAME_EN_FIELD, NAME_FIELD } from './layer.ts'

export const controlLines: Layer = {
  id: 'control_lines',
  name: { zh: '规划控制线', en: 'Control lines' },
  description: { zh: '绿线、蓝线、黄线等划定的控制范围。', en: 'What the green, blue, yellow and purple lines of the town plan enclose.' },
  group: 'place',
  geometry: 'MultiPolygon',
  temporal: true,
  fields: [
    { ...CODE_FIELD, tile: true },
    { ...NAME_FIELD, required: true },
    NAME_EN_FIELD,
    {
      name: 'kind',
      label: { zh: '控制线', en: 'Line' },
      type: 'choice',
      required: true,
      tile: true,
      choices: [
        { value: 'green', label: { zh: '绿线（绿地）', en: 'Green line (green space)' }, style: { color: '#2f8f3f' } },
        { value: 'blue', label: { zh: '蓝线（水域）', en: 'Blue line (water)' }, style: { color: '#2563c0', dash: [6, 1] } },
        { value: 'yellow', label: { zh: '黄线（基础设施）', en: 'Yellow line (infrastructure)' }, style: { color: '#a07c00', dash: [4, 2] } },
        { value: 'purple', label: { zh: '紫线（历史文化）', en: 'Purple line (heritage)' }, style: { color: '#7a3b9f', dash: [2, 1] } },
      ],
    },
    { name: 'basis', label: { zh: '依据', en: 'Basis' }, type: 'text' },
    { name: 'edition', label: { zh: '版本', en: 'Edition' }, type: 'text' },
    AREA_FIELD,
  ],
  title: ['name', 'code'],
  symbol: { kind: 'area', color: '#2f8f3f', opacity: 0.06, width: 2, by: 'kind' },
  labelFrom: 15,
}
