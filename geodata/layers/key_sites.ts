import { ADDRESS_FIELD, CODE_FIELD, type Layer, MANAGED_BY_FIELD, NAME_EN_FIELD, NAME_FIELD } from './layer.ts'

export const keySites: Layer = {
  id: 'key_sites',
  name: { zh: '重点单位', en: 'Key sites' },
  description: {
    zh: '学校、医院、养老机构、加油加气站、危险化学品单位等。',
    en: 'Schools, hospitals, care homes, filling stations, dangerous goods and the like.',
  },
  group: 'emergency',
  geometry: 'Point',
  fields: [
    { ...CODE_FIELD, tile: true },
    { ...NAME_FIELD, required: true },
    NAME_EN_FIELD,
    {
      name: 'kind', label: { zh: '类型', en: 'Kind' }, type: 'choice', required: true, tile: true,
      choices: [
        { value: 'school', label: { zh: '学校', en: 'School' }, style: { glyph: '校' } },
        { value: 'kindergarten', label: { zh: '幼儿园', en: 'Kindergarten' }, style: { glyph: '幼' } },
        { value: 'hospital', label: { zh: '医院', en: 'Hospital' }, style: { glyph: '医', color: '#be123c' } },
        { value: 'care_home', label: { zh: '养老机构', en: 'Care home' }, style: { glyph: '养' } },
        { value: 'government', label: { zh: '党政机关', en: 'Government' }, style: { glyph: '政', color: '#9f1239' } },
        { value: 'market', label: { zh: '市场商场', en: 'Market or mall' }, style: { glyph: '市' } },
        { value: 'gas', label: { zh: '燃气加油站', en: 'Gas or filling station' }, style: { glyph: '气', color: '#c2410c' } },
        { value: 'dangerous_goods', label: { zh: '危险化学品', en: 'Dangerous goods' }, style: { glyph: '危', color: '#b91c1c', mark: 'exclamation' } },
        { value: 'factory', label: { zh: '工厂', en: 'Factory' }, style: { glyph: '厂', color: '#57534e' } },
        { value: 'heritage', label: { zh: '文物古建', en: 'Heritage' }, style: { glyph: '文', color: '#854d0e' } },
        { value: 'utility', label: { zh: '水电设施', en: 'Water or power works' }, style: { glyph: '电', color: '#57534e' } },
        { value: 'other', label: { zh: '其他', en: 'Other' }, style: { glyph: '重' } },
      ],
    },
    ADDRESS_FIELD,
    { name: 'people', label: { zh: '人数', en: 'People' }, type: 'integer', minimum: 0 },
    MANAGED_BY_FIELD,
  ],
  title: ['name', 'code'],
  symbol: { kind: 'point', color: '#6d28d9', shape: 'circle', glyph: '重', by: 'kind' },
  labelFrom: 14,
  thinBelow: 12,
}
