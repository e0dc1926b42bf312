/** The tables of a book: every source with where it is found, the map pages, and how much water there is of each kind. */

import { doubtsOfInspection } from '#geodata/emergency/index.ts'
import type { Column, List, Row } from '../../sheets/table.ts'
import type { Language } from '../../words/index.ts'
import { PRINT_TEXT } from '../../words/print_text.ts'
import { nameIn } from '../map/ground.ts'
import { labelOf } from '../map/looks.ts'
import { chineseTime } from '../moment.ts'
import type { MapPage } from './content.ts'
import type { JudgedWater } from './judged.ts'
import type { WaterRow } from './store.ts'

export interface NumberedWater extends JudgedWater {
  readonly number: number
  readonly page: number
  /** Of the page, such as B3. */
  readonly square: string
}

export function waterList(water: readonly NumberedWater[], day: string, language: Language): List {
  const text = PRINT_TEXT[language]
  const words = text.waterColumns
  const columns: Column[] = [
    column('number', words.number, 'center', false),
    column('where', words.where, 'center', false),
    column('code', words.code, 'left'),
    column('kind', words.kind, 'left'),
    column('usable', words.usable, 'left'),
    column('place', words.place, 'left'),
    column('measure', words.measure, 'left'),
    column('inspected', words.inspected, 'left'),
    column('managed_by', words.managedBy, 'left'),
  ]
  const rows = water.map((one): Row => {
    const isOverdue = doubtsOfInspection(one.inspected_on, day).length > 0
    const inspected = one.inspected_on === null ? text.neverInspected : `${one.inspected_on}${isOverdue ? text.overdue : ''}`
    return {
      cells: [
        String(one.number),
        `${one.page}-${one.square}`,
        one.code ?? '',
        labelOf(one.layer, 'kind', one.kind, language),
        stateOf(one, language),
        placeOf(one, language),
        measureOf(one, language),
        inspected,
        one.managed_by ?? '',
      ],
      marked: [...(one.standing === 'usable' ? [] : ['usable']), ...(isOverdue ? ['inspected'] : [])],
    }
  })
  return { columns, rows }
}

const column = (key: string, title: string, align: Column['align'], breaks = true): Column => ({ key, title, align, breaks })

/** Usable or not, and why: what somebody saw on the spot, or what stands in the register. */
function stateOf({ layer, standing, reasons, state, mark }: JudgedWater, language: Language): string {
  const text = PRINT_TEXT[language]
  const damage = standing === 'usable' || state === null || state === 'intact' ? [] : [labelOf(layer, 'state', state, language)]
  const marked = mark ? [text.marked(mark.mark, chineseTime(mark.received_at).slice(0, 10))] : []
  const why = [
    ...marked,
    ...damage,
    ...reasons
      .filter((reason) => reason !== 'marked_unusable' && (reason !== 'not_usable' || damage.length === 0))
      .map((reason) => text.waterReasons[reason]),
  ]
  return why.length === 0 ? text.standings[standing] : text.because(text.standings[standing], why.join(text.separator))
}

function placeOf(one: WaterRow, language: Language): string {
  const name = one.name === null ? null : nameIn({ name: one.name, name_en: one.name_en }, language)
  const parts = [name, one.road_name, one.address].filter((part) => part !== null && part !== '')
  return [...new Set(parts)].join(PRINT_TEXT[language].space)
}

function measureOf(one: WaterRow, language: Language): string {
  const text = PRINT_TEXT[language]
  const said = (value: number | null, unit: string) => (value === null ? [] : [`${value} ${unit}`])
  return [
    ...(one.pressure_mpa === null ? [] : [`${one.pressure_mpa.toFixed(2)} MPa`]),
    ...said(one.flow_l_s, 'L/s'),
    ...(one.pipe_diameter_mm === null ? [] : [`DN${one.pipe_diameter_mm}`]),
    ...said(one.capacity_m3, 'm³'),
    ...(one.suction_height_m === null ? [] : [text.suction(one.suction_height_m)]),
    ...(one.usable_in_dry_season === false ? [text.dry] : []),
    ...(one.vehicle_access === false ? [text.noAccess] : []),
  ].join(text.separator)
}

export function directoryList(
  pages: readonly Pick<MapPage, 'number' | 'name' | 'frame' | 'from' | 'to'>[],
  language: Language,
): List {
  const text = PRINT_TEXT[language]
  const words = text.directoryColumns
  return {
    columns: [
      column('page', words.page, 'center', false),
      column('name', words.name, 'left'),
      column('scale', words.scale, 'right', false),
      column('numbers', words.numbers, 'center', false),
    ],
    rows: pages.map(({ number, name, frame, from, to }) => ({
      cells: [String(number), name, `1:${frame.scale.toLocaleString('en')}`, from === to ? `${from}` : `${from}–${to}`],
      marked: [],
    })),
  }
}

/** A line for each kind there is, by state. */
export function totalsList(water: readonly JudgedWater[], day: string, language: Language): List {
  const text = PRINT_TEXT[language]
  const words = text.totalColumns
  const kinds = [...new Map(water.map((one) => [`${one.layer} ${one.kind}`, one])).values()]
  const line = (title: string, all: readonly JudgedWater[]): Row => {
    const count = (wanted: (one: JudgedWater) => boolean) => String(all.filter(wanted).length)
    return {
      cells: [
        title,
        String(all.length),
        count(({ standing }) => standing === 'usable'),
        count(({ standing }) => standing === 'unusable'),
        count(({ standing }) => standing === 'unknown'),
        count((one) => doubtsOfInspection(one.inspected_on, day).length > 0),
      ],
      marked: [],
    }
  }
  return {
    columns: [
      column('kind', words.kind, 'left'),
      column('all', words.all, 'right', false),
      column('yes', words.yes, 'right', false),
      column('no', words.no, 'right', false),
      column('unknown', words.unknown, 'right', false),
      column('overdue', words.overdue, 'right', false),
    ],
    rows: [
      ...kinds.map(({ layer, kind }) =>
        line(
          labelOf(layer, 'kind', kind, language),
          water.filter((one) => one.layer === layer && one.kind === kind),
        ),
      ),
      ...(kinds.length < 2 ? [] : [line(text.total, water)]),
    ],
  }
}
