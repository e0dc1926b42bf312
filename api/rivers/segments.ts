/** Lists of segments: somebody's own, or all of a territory. */
import { CHIEF_LEVELS, type ChiefLevel, type SegmentPage, type SegmentRow } from '#geodata/rivers/records.ts'
import type { Visitor } from '../access/visitor.ts'
import type { Queryable } from '../database/database.ts'
import { type ChiefOfSegment, readChiefs } from './chiefs_store.ts'
import { readStandings, readSurroundings, type Setting, type Standing, sortByUrgency } from './standing.ts'
import { readFaces } from './standing_store.ts'

export const STATES = ['overdue', 'due_soon', 'problems', 'water_missed'] as const
export type State = (typeof STATES)[number]

const IS: Readonly<Record<State, (standing: Standing) => boolean>> = {
  overdue: ({ patrol }) => patrol.overdue_days > 0,
  due_soon: ({ patrol }) => patrol.state === 'due_soon',
  problems: ({ problems }) => problems > 0,
  water_missed: ({ water }) => water.state === 'missed',
}

export interface SegmentQuestion {
  /** Null: of one's own segments the lowest level that one has there, else that of villages. */
  readonly level: ChiefLevel | null
  readonly mine: boolean
  readonly river: number | null
  readonly q: string | null
  readonly state: State | null
  /** The ids of segments that are asked about; null is all. */
  readonly seen: ReadonlySet<number> | null
  readonly page: { readonly limit: number; readonly offset: number }
}

export async function listSegments(
  database: Queryable,
  question: SegmentQuestion,
  visitor: Visitor,
  setting: Setting,
): Promise<SegmentPage> {
  const { level, standings } = question.mine
    ? await readMine(database, question, visitor, setting)
    : await readAll(database, question, setting)
  const { state, page } = question
  const found = sortByUrgency(state === null ? standings : standings.filter(IS[state]))
  return {
    level,
    total: found.length,
    counts: Object.fromEntries(STATES.map((name) => [name, standings.filter(IS[name]).length])) as SegmentPage['counts'],
    segments: await describeSegments(database, found.slice(page.offset, page.offset + page.limit), visitor, setting.today),
  }
}

interface Found {
  readonly level: ChiefLevel
  readonly standings: readonly Standing[]
}

const EVERYWHERE = { rivers: null, segments: null } as const
const LOWEST = CHIEF_LEVELS.at(-1)!

async function readAll(database: Queryable, { level, river, q, seen }: SegmentQuestion, setting: Setting): Promise<Found> {
  const asked = level ?? LOWEST
  const standings = await readStandings(
    database,
    asked,
    { segments: null, person: null, river, q },
    setting,
    readSurroundings(database, EVERYWHERE),
  )
  return { level: asked, standings: seen === null ? standings : standings.filter(({ id }) => seen.has(id)) }
}

/** Each of one's own segments once, by the lowest level that one has on it. */
async function readMine(
  database: Queryable,
  { level, river, q, seen }: SegmentQuestion,
  { person_id }: Visitor,
  setting: Setting,
): Promise<Found> {
  const levels = level === null ? CHIEF_LEVELS.toReversed() : [level]
  if (person_id === null) return { level: levels[0]!, standings: [] }
  const filter = { segments: null, person: person_id, river, q }
  const surroundings = readSurroundings(database, EVERYWHERE)
  const all = await Promise.all(levels.map((asked) => readStandings(database, asked, filter, setting, surroundings)))
  const told = new Map<number, Standing>()
  for (const standings of all)
    for (const standing of standings)
      if (!told.has(standing.id) && (seen?.has(standing.id) ?? true)) told.set(standing.id, standing)
  return { level: levels[all.findIndex((standings) => standings.length > 0)] ?? levels[0]!, standings: [...told.values()] }
}

export const isLower = (one: ChiefLevel, other: ChiefLevel): boolean => CHIEF_LEVELS.indexOf(one) > CHIEF_LEVELS.indexOf(other)

export async function describeSegments(
  database: Queryable,
  standings: readonly Standing[],
  visitor: Visitor,
  day: string,
): Promise<SegmentRow[]> {
  const ids = standings.map(({ id }) => id)
  const [faces, chiefs] = await Promise.all([readFaces(database, ids), readChiefs(database, ids, day, visitor)])
  return standings.flatMap((standing) => {
    const face = faces.get(standing.id)
    const { place, ...told } = standing
    return face ? [{ ...face, river_id: place.river_id, ...told, chiefs: chiefs.get(standing.id)!.flatMap(inList) }] : []
  })
}

const inList = ({ level, person, chainage_from_m, chainage_to_m }: ChiefOfSegment): SegmentRow['chiefs'][number][] =>
  level === null ? [] : [{ level, person, chainage_from_m, chainage_to_m }]
