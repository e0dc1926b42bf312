import { AREA_FIELD, type Layer, NAME_FIELD } from './layer.ts'

export const grids: Layer = {
  id: 'grids',
  name: { zh: '网格', en: 'Grids' },
  description: {
    zh: '责任网格：一个网格体系中某一级的一片责任区，由单元网格组成。',
    en: 'An area of responsibility: one level of one scheme, made of unit cells.',
  },
  group: 'fabric',
  geometry: 'MultiPolygon',
  geometryOptional: true,
  temporal: true,
  fields: [
    { name: 'scheme', label: { zh: '网格体系', en: 'Scheme' }, type: 'text', required: true, tile: true },
    { name: 'level', label: { zh: '级别', en: 'Level' }, type: 'integer', minimum: 1, maximum: 9, required: true, tile: true },
    {
      name: 'class', label: { zh: '类别', en: 'Class' }, type: 'choice', required: true, default: 'A', tile: true,
      choices: [
        { value: 'A', label: { zh: 'A 类（区域）', en: 'A (by area)' } },
        { value: 'B', label: { zh: 'B 类（行业）', en: 'B (by trade)' } },
        { value: 'C', label: { zh: 'C 类（重点单位）', en: 'C (key site)' }, style: { color: '#b45309', dash: [2, 1] } },
      ],
    },
    { name: 'code', label: { zh: '网格编码', en: 'Grid code' }, type: 'code', digits: [15], required: true, tile: true, search: true },
    { ...NAME_FIELD, required: true },
    { name: 'parent_code', label: { zh: '上级网格编码', en: 'Code of the grid above' }, type: 'code', digits: [15] },
    {
      name: 'state', label: { zh: '状态', en: 'State' }, type: 'choice', required: true, default: 'current',
      choices: [
        { value: 'current', label: { zh: '现行', en: 'Current' } },
        { value: 'split', label: { zh: '已拆分', en: 'Split' } },
        { value: 'merged', label: { zh: '已合并', en: 'Merged' } },
        { value: 'retired', label: { zh: '已撤销', en: 'Retired' } },
      ],
    },
    { name: 'cell_count', label: { zh: '单元网格数', en: 'Unit cells' }, type: 'integer', minimum: 0 },
    { name: 'households', label: { zh: '户数', en: 'Households' }, type: 'integer', minimum: 0, tile: true },
    { name: 'population', label: { zh: '人口', en: 'Population' }, type: 'integer', minimum: 0, tile: true },
    AREA_FIELD,
  ],
  title: ['name', 'code'],
  symbol: { kind: 'area', color: '#1d5fa8', opacity: 0.08, width: 1.75, by: 'class' },
  labelFrom: 12,
  appear: { field: 'level', from: { 2: 11, 3: 13, 4: 14, 5: 15 } },
}
