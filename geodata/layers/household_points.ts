import { ADDRESS_FIELD, type Layer } from './layer.ts'

/** Counts only, and no person is named; yet how many live behind a door is not everybody's business. */
export const householdPoints: Layer = {
  id: 'household_points',
  name: { zh: '住户点', en: 'Household points' },
  description: { zh: '住宅楼栋或院落及其户数、人数。', en: 'Dwellings with their number of households and people.' },
  group: 'place',
  geometry: 'Point',
  right: 'households.read',
  fields: [
    { ...ADDRESS_FIELD, tile: true },
    { name: 'households', label: { zh: '户数', en: 'Households' }, type: 'integer', minimum: 0, required: true, tile: true },
    { name: 'population', label: { zh: '人口', en: 'Population' }, type: 'integer', minimum: 0, required: true, tile: true },
  ],
  title: ['address'],
  symbol: { kind: 'point', color: '#64748b', shape: 'circle', glyph: '户' },
  labelFrom: 17.5,
  thinBelow: 15,
}
