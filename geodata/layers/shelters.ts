import { ADDRESS_FIELD, CODE_FIELD, type Layer, MANAGED_BY_FIELD, NAME_FIELD } from './layer.ts'

/** Classes after GB 51143-2015; status after the emergency offices' registers. */
export const shelters: Layer = {
  id: 'shelters',
  name: { zh: '应急避难场所', en: 'Shelters' },
  description: { zh: '供避难人员使用的场地与建筑。', en: 'Grounds and buildings where people find refuge.' },
  group: 'emergency',
  geometry: 'Point',
  fields: [
    { ...CODE_FIELD, tile: true },
    { ...NAME_FIELD, required: true },
    {
      name: 'class',
      label: { zh: '类别', en: 'Class' },
      type: 'choice',
      required: true,
      tile: true,
      choices: [
        { value: 'urgent', label: { zh: '紧急', en: 'Urgent' } },
        { value: 'temporary', label: { zh: '临时', en: 'Temporary' } },
        { value: 'short_term', label: { zh: '短期', en: 'Short-term' } },
        { value: 'medium_term', label: { zh: '中期', en: 'Medium-term' } },
        { value: 'long_term', label: { zh: '长期', en: 'Long-term' } },
      ],
    },
    {
      name: 'status',
      label: { zh: '状态', en: 'Status' },
      type: 'choice',
      required: true,
      tile: true,
      choices: [
        { value: 'planned', label: { zh: '规划', en: 'Planned' }, style: { color: '#6b7280', mark: 'clock' } },
        { value: 'under_construction', label: { zh: '在建', en: 'Under construction' }, style: { color: '#a16207', mark: 'clock' } },
        { value: 'available', label: { zh: '可用', en: 'Available' } },
        { value: 'in_use', label: { zh: '启用中', en: 'In use' }, style: { color: '#b45309', mark: 'exclamation' } },
        { value: 'closed', label: { zh: '停用', en: 'Closed' }, style: { color: '#4b5563', mark: 'cross' } },
      ],
    },
    ADDRESS_FIELD,
    { name: 'effective_area_m2', label: { zh: '有效避难面积', en: 'Effective area' }, type: 'number', unit: 'm2', minimum: 0 },
    { name: 'area_per_person_m2', label: { zh: '人均有效面积', en: 'Area per person' }, type: 'number', unit: 'm2/person', minimum: 0.1 },
    { name: 'capacity', label: { zh: '可容纳人数', en: 'Capacity (people)' }, type: 'integer', minimum: 0, derived: true },
    { name: 'occupancy', label: { zh: '已安置人数', en: 'People sheltered' }, type: 'integer', minimum: 0 },
    { name: 'occupancy_at', label: { zh: '人数更新日期', en: 'Figure of' }, type: 'date' },
    { name: 'facilities', label: { zh: '设施', en: 'Facilities' }, type: 'text' },
    MANAGED_BY_FIELD,
  ],
  title: ['name', 'code'],
  symbol: { kind: 'point', color: '#15803d', shape: 'square', glyph: '避', by: 'status' },
  labelFrom: 13,
  thinBelow: 10,
}
