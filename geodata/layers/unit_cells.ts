import { LAND_KINDS } from './land_cover.ts'
import { AREA_FIELD, type Layer } from './layer.ts'

export const unitCells: Layer = {
  id: 'unit_cells',
  name: { zh: '单元网格', en: 'Unit cells' },
  description: {
    zh: '约一万平方米的最小管理单元，不跨社区（村）界。',
    en: 'The smallest unit of management, about 10,000 m², never across a community border.',
  },
  group: 'fabric',
  geometry: 'MultiPolygon',
  temporal: true,
  fields: [
    {
      name: 'code',
      label: { zh: '单元网格编码', en: 'Cell code' },
      type: 'code',
      digits: [15],
      required: true,
      tile: 14,
      search: true,
      aliases: ['GEOID10', 'GEOID20', 'GEOID'],
    },
    { name: 'community_code', label: { zh: '社区（村）代码', en: 'Community code' }, type: 'code', digits: [12], derived: true },
    { name: 'land_use', label: { zh: '用地', en: 'Land use' }, type: 'choice', choices: LAND_KINDS.map(({ value, label }) => ({ value, label })) },
    { name: 'households', label: { zh: '户数', en: 'Households' }, type: 'integer', minimum: 0, tile: 14 },
    { name: 'population', label: { zh: '人口', en: 'Population' }, type: 'integer', minimum: 0, tile: 14, aliases: ['TOTPOP', 'POP10'] },
    AREA_FIELD,
  ],
  title: ['code'],
  symbol: { kind: 'area', color: '#6b7280', opacity: 0.04, width: 0.75 },
  labelFrom: 17,
}
