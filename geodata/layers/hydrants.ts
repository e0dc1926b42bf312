import { ADDRESS_FIELD, CODE_FIELD, type Layer, MANAGED_BY_FIELD } from './layer.ts'

/** Fields after GB 50974-2014 and the fire services' registers. */
export const hydrants: Layer = {
  id: 'hydrants',
  name: { zh: '消火栓', en: 'Hydrants' },
  description: { zh: '市政消火栓与消防水鹤。', en: 'Street hydrants and fire-engine filling columns.' },
  group: 'fire',
  geometry: 'Point',
  fields: [
    { ...CODE_FIELD, tile: true, aliases: ['ref', 'fire_hydrant:ref', '@id'] },
    {
      name: 'kind', label: { zh: '类型', en: 'Kind' }, type: 'choice', required: true, default: 'hydrant',
      choices: [
        { value: 'hydrant', label: { zh: '市政消火栓', en: 'Street hydrant' } },
        { value: 'filling_column', label: { zh: '消防水鹤', en: 'Filling column' }, style: { glyph: '鹤' } },
      ],
    },
    {
      name: 'usable', label: { zh: '可用', en: 'Usable' }, type: 'choice', required: true, default: 'unknown', tile: true,
      choices: [
        { value: 'yes', label: { zh: '可用', en: 'Usable' } },
        { value: 'no', label: { zh: '不可用', en: 'Not usable' }, style: { color: '#4b5563', mark: 'cross' } },
        { value: 'unknown', label: { zh: '未知', en: 'Unknown' }, style: { color: '#b7791f', mark: 'question' } },
      ],
    },
    {
      name: 'state', label: { zh: '运行状况', en: 'Operating state' }, type: 'choice',
      choices: [
        { value: 'intact', label: { zh: '完好', en: 'Intact' } },
        { value: 'low_pressure', label: { zh: '水压不足', en: 'Low pressure' } },
        { value: 'damaged', label: { zh: '损坏', en: 'Damaged' } },
        { value: 'blocked', label: { zh: '埋压圈占', en: 'Buried or blocked' } },
        { value: 'out_of_service', label: { zh: '停用', en: 'Out of service' } },
        { value: 'removed', label: { zh: '拆除', en: 'Removed' } },
      ],
    },
    {
      name: 'record_state', label: { zh: '档案状态', en: 'Record state' }, type: 'choice', required: true, default: 'normal',
      choices: [
        { value: 'normal', label: { zh: '正常', en: 'Normal' } },
        { value: 'abandoned', label: { zh: '废弃', en: 'Abandoned' } },
      ],
    },
    { name: 'road_name', label: { zh: '所在道路', en: 'Road' }, type: 'text', search: true, aliases: ['addr:street'] },
    ADDRESS_FIELD,
    {
      name: 'placement', label: { zh: '设置形式', en: 'Placement' }, type: 'choice',
      choices: [
        { value: 'above_ground', label: { zh: '地上式', en: 'Above ground' } },
        { value: 'underground', label: { zh: '地下式', en: 'Underground' } },
      ],
    },
    { name: 'outlets', label: { zh: '出水口', en: 'Outlets' }, type: 'text' },
    {
      name: 'network_form', label: { zh: '管网形式', en: 'Mains' }, type: 'choice',
      choices: [
        { value: 'ring', label: { zh: '环状', en: 'Ring' } },
        { value: 'branch', label: { zh: '枝状', en: 'Branch' } },
      ],
    },
    {
      name: 'pipe_diameter_mm', label: { zh: '管径', en: 'Pipe diameter' }, type: 'integer', unit: 'mm', minimum: 1, maximum: 3000,
      aliases: ['fire_hydrant:diameter'],
    },
    {
      name: 'pressure_mpa', label: { zh: '水压', en: 'Pressure' }, type: 'number', unit: 'MPa', minimum: 0, maximum: 5,
    },
    { name: 'flow_l_s', label: { zh: '流量', en: 'Flow' }, type: 'number', unit: 'L/s', minimum: 0, maximum: 1000 },
    { name: 'utility', label: { zh: '供水单位', en: 'Water utility' }, type: 'text', aliases: ['operator'] },
    MANAGED_BY_FIELD,
    { name: 'installed_on', label: { zh: '安装日期', en: 'Installed' }, type: 'date' },
    { name: 'inspected_on', label: { zh: '最近检查', en: 'Last inspected' }, type: 'date' },
  ],
  title: ['code', 'road_name', 'address'],
  symbol: { kind: 'point', color: '#c81e1e', shape: 'circle', glyph: '消', by: 'usable' },
  labelFrom: 17,
  thinBelow: 14,
}
