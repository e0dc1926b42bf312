import { CODE_FIELD, type Layer, MANAGED_BY_FIELD, NAME_EN_FIELD, NAME_FIELD } from './layer.ts'

export const outfalls: Layer = {
  id: 'outfalls',
  name: { zh: '排污口', en: 'Outfalls' },
  description: { zh: '入河排污口。', en: 'Where waste or storm water enters a river.' },
  group: 'water',
  geometry: 'Point',
  fields: [
    { ...CODE_FIELD, tile: true },
    NAME_FIELD,
    NAME_EN_FIELD,
    {
      name: 'kind',
      label: { zh: '类型', en: 'Kind' },
      type: 'choice',
      required: true,
      choices: [
        { value: 'industrial', label: { zh: '工业排污口', en: 'Industrial' } },
        { value: 'municipal', label: { zh: '城镇污水处理厂排污口', en: 'Sewage works' } },
        { value: 'agricultural', label: { zh: '农业排口', en: 'Agricultural' } },
        { value: 'storm_water', label: { zh: '雨水排口', en: 'Storm water' } },
        { value: 'other', label: { zh: '其他', en: 'Other' } },
      ],
    },
    {
      name: 'state',
      label: { zh: '状态', en: 'State' },
      type: 'choice',
      required: true,
      tile: true,
      choices: [
        { value: 'permitted', label: { zh: '已登记', en: 'Registered' } },
        { value: 'open', label: { zh: '待封堵', en: 'To be closed' }, style: { color: '#b91c1c', mark: 'exclamation' } },
        { value: 'closed', label: { zh: '已封堵', en: 'Closed' }, style: { color: '#6b7280', mark: 'slash' } },
      ],
    },
    { name: 'river_name', label: { zh: '受纳河流', en: 'Receiving river' }, type: 'text', search: true },
    { name: 'chainage_m', label: { zh: '里程桩号', en: 'Chainage' }, type: 'number', unit: 'm', minimum: 0 },
    {
      name: 'bank',
      label: { zh: '岸别', en: 'Bank' },
      type: 'choice',
      choices: [
        { value: 'left', label: { zh: '左岸', en: 'Left bank' } },
        { value: 'right', label: { zh: '右岸', en: 'Right bank' } },
      ],
    },
    MANAGED_BY_FIELD,
  ],
  title: ['name', 'code'],
  symbol: { kind: 'point', color: '#7c5a2a', shape: 'triangle', glyph: '排', by: 'state' },
  labelFrom: 15,
  thinBelow: 12,
}
