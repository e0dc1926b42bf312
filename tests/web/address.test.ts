import { expect, test } from 'vitest'
import { readQuery, type Shared, writeQuery } from '../../web/state/url.ts'
import { PRESETS } from '../../web/workspaces/presets.ts'

const START = readQuery('')

const change = (changes: Partial<Shared>): Shared => ({ ...START, ...changes })

test('the start of the console has an empty address', () => {
  expect(writeQuery(START)).toBe('')
})

test.each<[string, Partial<Shared>]>([
  ['another workspace', { workspace: 'rivers', layers: PRESETS.rivers.layers }],
  ['a part of the administration', { workspace: 'administration', layers: PRESETS.administration.layers, part: 'audit' }],
  ['a view', { view: { longitude: 113.20001, latitude: 35.1, zoom: 13.25, bearing: 0, pitch: 0 } }],
  ['a turned view', { view: { longitude: 113.20001, latitude: 35.1, zoom: 13.25, bearing: -20, pitch: 45 } }],
  ['other layers', { layers: ['roads', 'hydrants'] }],
  ['no layers at all', { layers: [] }],
  ['a selection', { selection: { layer: 'hydrants', id: 17 } }],
  ['a table', { table: 'hydrants' }],
  ['English', { language: 'en' }],
  ['grids of one level', { grids: { scheme: 'fire', level: 2 } }],
  ['grids of all levels', { grids: { scheme: null, level: 'all' } }],
  ['a plan and a part of it', { plan: 12, planPart: 'check' }],
  ['the history of today', { history: { day: null, compared: null } }],
  ['the history of a day', { history: { day: '2026-03-01', compared: null } }],
  ['all schemes', { schemes: { id: null } }],
  ['the rules of a scheme', { schemes: { id: 'governance' } }],
  ['two days beside each other', { history: { day: null, compared: ['2026-03-01', '2026-05-31'] } }],
  ['the import of existing grids', { gridImport: true }],
  ['an outside base map', { outsideBaseMap: true }],
  ['a part of the cases', { workspace: 'cases', layers: PRESETS.cases.layers, casesPart: 'evaluation' }],
  ['a case in a queue', { caseId: 12, queue: 'overdue', caseFilter: { subject: 'river', q: '桥, 闸' } }],
])('%s survives the way through the address', (_, changes) => {
  const shared = change(changes)
  expect(readQuery(writeQuery(shared))).toEqual(shared)
})

test.each([
  '?at=north,pole,3',
  '?at=113,95,12',
  '?work=nothing',
  '?selected=nothing.3',
  '?selected=hydrants.x',
  '?table=nothing',
  '?lang=fr',
  '?history=2026-02-30',
  '?history=2026-01-01..2026-02-01..2026-03-01',
  '?grids=!.12',
])('%s opens as if it were not there', (query) => {
  expect(readQuery(query)).toEqual(START)
})

test('unknown layers in an address are passed over', () => {
  expect(readQuery('?layers=roads,gone').layers).toEqual(['roads'])
})
