import { AREA_FIELD, type Layer, NAME_EN_FIELD, NAME_FIELD } from './layer.ts'

export const administrativeAreas: Layer = {
  id: 'administrative_areas',
  name: { zh: '行政区划', en: 'Administrative areas' },
  description: { zh: '县、镇（街道）、村（社区）的辖区，界线不随方案改动。', en: 'County, towns and communities. No plan moves their borders.' },
  group: 'fabric',
  geometry: 'MultiPolygon',
  temporal: true,
  fields: [
    { name: 'code', label: { zh: '区划代码', en: 'Area code' }, type: 'code', digits: [6, 9, 12], required: true, tile: true, search: true },
    { ...NAME_FIELD, required: true },
    NAME_EN_FIELD,
    {
      name: 'level',
      label: { zh: '层级', en: 'Level' },
      type: 'choice',
      required: true,
      tile: true,
      choices: [
        { value: 'county', label: { zh: '县（区）', en: 'County' }, style: { color: '#7a3b8f', width: 3, dash: [6, 2, 1, 2] } },
        { value: 'town', label: { zh: '镇（街道）', en: 'Town or sub-district' }, style: { color: '#8d5aa3', width: 2, dash: [5, 2] } },
        { value: 'community', label: { zh: '村（社区）', en: 'Community or village' }, style: { color: '#9673a8', width: 1, dash: [3, 2] } },
      ],
    },
    {
      name: 'kind',
      label: { zh: '类型', en: 'Kind' },
      type: 'choice',
      choices: [
        { value: 'county', label: { zh: '县', en: 'County' } },
        { value: 'district', label: { zh: '区', en: 'District' } },
        { value: 'subdistrict', label: { zh: '街道', en: 'Sub-district' } },
        { value: 'town', label: { zh: '镇', en: 'Town' } },
        { value: 'township', label: { zh: '乡', en: 'Township' } },
        { value: 'community', label: { zh: '社区', en: 'Community' } },
        { value: 'village', label: { zh: '村', en: 'Village' } },
      ],
    },
    { name: 'parent_code', label: { zh: '上级区划代码', en: 'Code of the area above' }, type: 'code', digits: [6, 9] },
    { name: 'households', label: { zh: '户数', en: 'Households' }, type: 'integer', minimum: 0 },
    { name: 'population', label: { zh: '人口', en: 'Population' }, type: 'integer', minimum: 0 },
    AREA_FIELD,
  ],
  title: ['name', 'code'],
  symbol: { kind: 'area', color: '#8d5aa3', opacity: 0, width: 2, by: 'level' },
  labelFrom: 8,
  appear: { field: 'level', from: { town: 7, community: 10 } },
}
