import { ADDRESS_FIELD, CODE_FIELD, type Layer, MANAGED_BY_FIELD, NAME_FIELD } from './layer.ts'

export const garbagePoints: Layer = {
  id: 'garbage_points',
  name: { zh: '垃圾收集点', en: 'Garbage points' },
  description: {
    zh: '垃圾桶、垃圾箱、收集站与转运站。',
    en: 'Bins, boxes, collection houses and stations, and transfer stations.',
  },
  group: 'sanitation',
  geometry: 'Point',
  fields: [
    { ...CODE_FIELD, tile: true, aliases: ['ref', '@id'] },
    NAME_FIELD,
    {
      name: 'form', label: { zh: '形式', en: 'Form' }, type: 'choice', required: true, tile: true,
      choices: [
        { value: 'bin', label: { zh: '垃圾桶', en: 'Bin' }, style: { glyph: '桶' } },
        { value: 'box', label: { zh: '垃圾箱', en: 'Box' }, style: { glyph: '箱', color: '#2f7d4f' } },
        { value: 'pit', label: { zh: '垃圾池', en: 'Pit' }, style: { glyph: '池', color: '#7c6f1c' } },
        { value: 'house', label: { zh: '收集房（间）', en: 'Collection house' }, style: { glyph: '房', color: '#3f6212' } },
        { value: 'station', label: { zh: '收集站', en: 'Collection station' }, style: { glyph: '站', color: '#166534' } },
        { value: 'transfer_station', label: { zh: '转运站', en: 'Transfer station' }, style: { glyph: '转', color: '#14532d' } },
        { value: 'treatment_plant', label: { zh: '处理厂', en: 'Treatment plant' }, style: { glyph: '厂', color: '#14532d' } },
      ],
    },
    {
      name: 'waste_class', label: { zh: '垃圾类别', en: 'Class of waste' }, type: 'choice',
      choices: [
        { value: 'recyclable', label: { zh: '可回收物', en: 'Recyclable' } },
        { value: 'hazardous', label: { zh: '有害垃圾', en: 'Hazardous' } },
        { value: 'kitchen', label: { zh: '厨余垃圾', en: 'Kitchen waste' } },
        { value: 'other', label: { zh: '其他垃圾', en: 'Other' } },
        { value: 'mixed', label: { zh: '混合', en: 'Mixed' } },
      ],
    },
    {
      name: 'state', label: { zh: '状况', en: 'State' }, type: 'choice', tile: true,
      choices: [
        { value: 'intact', label: { zh: '完好', en: 'Intact' } },
        { value: 'damaged', label: { zh: '破损', en: 'Damaged' }, style: { mark: 'cross' } },
        { value: 'missing', label: { zh: '丢失', en: 'Missing' }, style: { mark: 'question' } },
        { value: 'out_of_service', label: { zh: '停用', en: 'Out of service' }, style: { mark: 'slash' } },
      ],
    },
    ADDRESS_FIELD,
    { name: 'container_count', label: { zh: '容器数', en: 'Containers' }, type: 'integer', minimum: 0 },
    { name: 'capacity_t_d', label: { zh: '日处理能力', en: 'Capacity' }, type: 'number', unit: 't/d', minimum: 0 },
    { name: 'collections_per_week', label: { zh: '每周清运次数', en: 'Collections a week' }, type: 'number', minimum: 0 },
    { ...MANAGED_BY_FIELD, aliases: ['operator'] },
  ],
  title: ['name', 'code', 'address'],
  symbol: { kind: 'point', color: '#2f9e5b', shape: 'square', glyph: '圾', by: 'form' },
  labelFrom: 17,
  thinBelow: 14,
}
