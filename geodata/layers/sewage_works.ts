import { ADDRESS_FIELD, CODE_FIELD, type Layer, MANAGED_BY_FIELD, NAME_EN_FIELD, NAME_FIELD } from './layer.ts'

export const sewageWorks: Layer = {
  id: 'sewage_works',
  name: { zh: '污水处理设施', en: 'Sewage works' },
  description: { zh: '污水处理厂、处理站和提升泵站。', en: 'Plants and stations that clean sewage, and stations that pump it.' },
  group: 'water',
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
        { value: 'plant', label: { zh: '污水处理厂', en: 'Sewage plant' }, style: { glyph: '厂' } },
        { value: 'station', label: { zh: '污水处理站', en: 'Sewage station' }, style: { glyph: '站' } },
        { value: 'pump_station', label: { zh: '提升泵站', en: 'Pumping station' }, style: { glyph: '泵', color: '#57534e' } },
      ],
    },
    {
      name: 'state',
      label: { zh: '运行状况', en: 'State' },
      type: 'choice',
      required: true,
      tile: true,
      choices: [
        { value: 'in_operation', label: { zh: '运行', en: 'In operation' } },
        { value: 'under_repair', label: { zh: '检修', en: 'Under repair' }, style: { mark: 'clock' } },
        { value: 'out_of_service', label: { zh: '停运', en: 'Out of service' }, style: { mark: 'cross' } },
      ],
    },
    ADDRESS_FIELD,
    { name: 'capacity_t_d', label: { zh: '日处理能力', en: 'Capacity' }, type: 'number', unit: 't/d', minimum: 0 },
    { name: 'discharge_standard', label: { zh: '排放标准', en: 'Discharge standard' }, type: 'text' },
    { name: 'river_name', label: { zh: '受纳河流', en: 'Receiving river' }, type: 'text', search: true },
    MANAGED_BY_FIELD,
  ],
  title: ['name', 'code'],
  symbol: { kind: 'point', color: '#5b5f1f', shape: 'square', glyph: '污', by: 'kind' },
  labelFrom: 13,
  thinBelow: 10,
}
