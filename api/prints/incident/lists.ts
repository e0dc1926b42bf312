/** The lists of an incident's sheet. */
import type { Column, List } from '../../sheets/table.ts'
import type { Language } from '../../words/index.ts'
import { PRINT_TEXT } from '../../words/print_text.ts'
import { labelOf } from '../map/looks.ts'
import type { IncidentSection, IncidentSubject, IncidentWater } from './content.ts'

/** Before the numbers of what is no usable water, on map and in lists. */
export const LETTERS = { unknown: 'U', shelters: 'S' } as const

const column = (key: string, title: string, align: Column['align'] = 'left', breaks = align === 'left'): Column => ({
  key,
  title,
  align,
  breaks,
})

const rows = (cells: readonly (readonly string[])[]): List['rows'] => cells.map((each) => ({ cells: each, marked: [] }))

export function waterSection({ water }: IncidentSubject, language: Language): IncidentSection {
  const text = PRINT_TEXT[language]
  const words = text.incidentColumns
  return {
    heading: text.usableWater,
    none: text.noUsableWater,
    list: {
      columns: [
        column('number', words.number, 'center'),
        column('name', words.name),
        column('kind', words.kind),
        column('way', words.way, 'right'),
        column('straight', words.straight, 'right'),
        column('hoses', words.hoses, 'right'),
      ],
      rows: water.map((one) => ({
        cells: [
          String(one.number),
          withNotes(one, language),
          labelOf(one.layer, 'kind', one.kind, language),
          wayOf(one, language),
          text.metres(one.straight_m),
          text.hoses(one.hoses),
        ],
        marked: one.road_m === null ? ['way'] : [],
      })),
    },
  }
}

const withNotes = ({ name, notes }: Pick<IncidentWater, 'name' | 'notes'>, language: Language): string => {
  const text = PRINT_TEXT[language]
  return notes.length === 0 ? name : text.because(name, notes.join(text.separator))
}

/** A straight line is called one: nobody should take it for a way. */
const wayOf = ({ road_m }: Pick<IncidentWater, 'road_m'>, language: Language): string =>
  road_m === null ? PRINT_TEXT[language].noWay : PRINT_TEXT[language].metres(road_m)

export function sectionsOf(subject: IncidentSubject, language: Language): IncidentSection[] {
  const text = PRINT_TEXT[language]
  const words = text.incidentColumns
  return [
    ...(subject.responsible === null ? [] : [contactSection(subject.responsible, language)]),
    {
      heading: subject.people === null ? text.shelters : text.sheltersFor(subject.people.wanted, subject.people.unplaced),
      none: text.noShelters,
      list: {
        columns: [
          column('number', words.number, 'center'),
          column('name', words.name),
          column('walking', words.walking, 'right'),
          column('room', words.room, 'right'),
        ],
        rows: rows(
          subject.shelters.map((one) => [
            `${LETTERS.shelters}${one.number}`,
            withNotes(one, language),
            one.walking_m === null ? text.straightLine(one.straight_m) : text.metres(one.walking_m),
            one.room === null ? text.roomUnknown : String(one.room),
          ]),
        ),
      },
    },
    {
      heading: text.unknownWater,
      none: text.noUnknownWater,
      list: {
        columns: [
          column('number', words.number, 'center'),
          column('name', words.name),
          column('why', words.why),
          column('way', words.way, 'right'),
        ],
        rows: rows(
          subject.unknown.map((one) => [
            `${LETTERS.unknown}${one.number}`,
            withNotes(one, language),
            one.why,
            one.road_m === null ? text.straightLine(one.straight_m) : text.metres(one.road_m),
          ]),
        ),
      },
    },
    {
      heading: text.hazards,
      none: text.noHazards,
      list: {
        columns: [column('name', words.name), column('kind', words.kind), column('distance', words.distance, 'right')],
        rows: subject.hazards.map(({ name, kind, distance_m }) => ({
          cells: [
            name,
            labelOf('hazard_zones', 'kind', kind, language),
            distance_m === null ? text.insideZone : text.metres(distance_m),
          ],
          marked: distance_m === null ? ['distance'] : [],
        })),
      },
    },
    aroundSection(subject.around, language),
    ...(subject.closures.length === 0
      ? []
      : [
          {
            heading: text.closures,
            none: '',
            list: {
              columns: [column('road', words.road), column('reason', words.reason)],
              rows: rows(subject.closures.map(({ road, reason }) => [road ?? text.none, reason ?? text.none])),
            },
          },
        ]),
  ]
}

function aroundSection({ radius_m, residents, neighbours }: IncidentSubject['around'], language: Language): IncidentSection {
  const text = PRINT_TEXT[language]
  const words = text.incidentColumns
  return {
    heading: residents === null ? text.around(radius_m) : text.because(text.around(radius_m), text.residents(residents)),
    none: text.nothingAround,
    list: {
      columns: [
        column('name', words.name),
        column('kind', words.kind),
        column('people', words.people, 'right'),
        column('distance', words.distance, 'right'),
      ],
      rows: rows(
        neighbours.map(({ layer, name, kind, people, distance_m }) => [
          name,
          labelOf(layer, 'kind', kind, language),
          people === null ? text.none : String(people),
          text.metres(distance_m),
        ]),
      ),
    },
  }
}

function contactSection(responsible: NonNullable<IncidentSubject['responsible']>, language: Language): IncidentSection {
  const text = PRINT_TEXT[language]
  const words = text.incidentColumns
  return {
    heading: text.responsibleHere,
    none: text.nobody,
    list: {
      columns: [column('role', words.role), column('person', words.person), column('telephone', words.telephone, 'left', false)],
      rows: rows(
        responsible.map(({ role, name, post, telephones }) => [
          role,
          post === null ? name : text.because(name, post),
          telephones.length === 0 ? text.none : telephones.join('\n'),
        ]),
      ),
    },
  }
}
