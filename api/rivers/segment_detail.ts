/** One segment whole: who, since when, how it stands, what lies beside it. */
import { CHIEF_LEVELS, type Chief, type SegmentDetail } from '#geodata/rivers/records.ts'
import { hasRight, territoriesOf, type Visitor } from '../access/visitor.ts'
import type { Queryable } from '../database/database.ts'
import { Problem } from '../http/problem.ts'
import { type ChiefOfSegment, readChiefs, readOwnStretches } from './chiefs_store.ts'
import { listPatrols } from './patrols_store.ts'
import { liesIn, type Places } from './places.ts'
import { ruleFor } from './rules_store.ts'
import { findSegment, readNeighbours, readOpenCases } from './segment_store.ts'
import { describeSegments, isLower } from './segments.ts'
import { readSignboards } from './signboards.ts'
import { readSetting, readStandings, readSurroundings } from './standing.ts'

const RECENT = 10
const EVERY_PATROL = {
  segments: null,
  segment: null,
  person: null,
  organisation: null,
  grid: null,
  mine: false,
  from: null,
  to: null,
  level: null,
  valid: null,
} as const

/** Refuses with `segment_not_found` what is none today. */
export async function readSegmentDetail(
  database: Queryable,
  id: number,
  visitor: Visitor,
  places: Places,
  today: string,
): Promise<SegmentDetail> {
  const segment = await findSegment(database, id, today)
  if (!segment) throw new Problem(404, 'segment_not_found', {}, { id: String(id) })
  const place = places.get(id)!
  const around = { rivers: segment.river_id === null ? [] : [segment.river_id], segments: [id] }
  const setting = await readSetting(database, places, today)
  const surroundings = readSurroundings(database, around)
  const filter = { segments: [id], person: null, river: null, q: null }
  const standings = (
    await Promise.all(CHIEF_LEVELS.map((level) => readStandings(database, level, filter, setting, surroundings)))
  ).flat()
  const own = visitor.person_id === null ? [] : await readOwnStretches(database, visitor.person_id, today)
  const levels = own.filter(({ segment_id }) => segment_id === id).map(({ level }) => level)
  const my_level = levels.length === 0 ? null : levels.reduce((one, other) => (isLower(other, one) ? other : one))
  const standing = standings.find(({ patrol }) => patrol.level === my_level) ?? standings.at(-1)!
  const beside = await readNeighbours(database, segment, today)
  const [[row], chiefs, cases, { patrols }, boards] = await Promise.all([
    describeSegments(database, [standing], visitor, today),
    readChiefs(database, [id, ...beside.map((one) => one.id)], today, visitor),
    readOpenCases(database, id, territoriesOf(visitor, 'cases.read'), visitor.account_id),
    listPatrols(database, { ...EVERY_PATROL, segment: id }, null, visitor, { limit: RECENT, offset: 0 }),
    readSignboards(database, [id], today),
  ])
  const { patrol: _, ...told } = row!
  const people = chiefs.get(id)!
  return {
    ...told,
    water_class_target: segment.water_class_target,
    line: segment.line,
    chiefs: people.filter(isChief).map(withoutSegment),
    police: people.filter(({ level }) => level === null).map(({ level: __, ...one }) => withoutSegment(one)),
    patrols: standings.map(({ patrol }) => patrol),
    my_level,
    rules: CHIEF_LEVELS.flatMap((level) => ruleFor(setting.rules, level, place.code, today) ?? []),
    neighbours: beside.map((one) => ({ ...one, chiefs: chiefs.get(one.id)!.filter(isChief).map(withoutSegment) })),
    cases,
    recent_patrols: patrols,
    signboard: boards.get(id)!,
    may: {
      patrol: my_level !== null && hasRight(visitor, 'rivers.patrol'),
      report: liesIn(place, territoriesOf(visitor, 'cases.report')),
      write: liesIn(place, territoriesOf(visitor, 'rivers.write')),
    },
  }
}

const isChief = (one: ChiefOfSegment): one is ChiefOfSegment & Chief => one.level !== null

const withoutSegment = <One extends { readonly segment_id: number }>({ segment_id: _, ...rest }: One): Omit<One, 'segment_id'> =>
  rest
