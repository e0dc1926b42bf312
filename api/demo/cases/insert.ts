/** Writes the cases of a demo: places, cases, and then all that happened to them. */
import type { PlaceOfCase } from '#geodata/cases/records.ts'
import { METRE } from '#geodata/county/geometry/plane.ts'
import { fromGaussKruger } from '#geodata/crs/gauss_kruger.ts'
import { digestOfPlace } from '../../cases/place.ts'
import type { Transaction } from '../../database/database.ts'
import { identifier, sql } from '../../database/sql.ts'
import { chineseDay } from '../../layers/states.ts'
import type { DemoEvent } from './course.ts'
import type { Standing } from './standing.ts'
import type { Told } from './year.ts'

/** Of the demo's plane (Demo.srid). */
const MERIDIAN = 114
const CASES_PER_STATEMENT = 10_000

type Ids = ReadonlyMap<string, number>

/** @param standings by when they were found */
export async function insertStandings(transaction: Transaction, standings: readonly Standing[]): Promise<void> {
  const layers = new Set(standings.flatMap(({ told }) => told.matter.spot.layer ?? []))
  const ids: Record<string, Ids> = {}
  for (const table of ['organisations', 'people', 'river_segments', ...layers])
    ids[table] = await idsOf(transaction, table, 'code')
  ids.accounts = await idsOf(transaction, 'accounts', 'name')
  const places = await insertPlaces(transaction, new Set(standings.map(({ told }) => told.matter.spot.cell.place)))
  const idOf = new Map(standings.map(({ told }, i) => [told, i + 1]))
  for (let start = 0; start < standings.length; start += CASES_PER_STATEMENT) {
    const part = standings.slice(start, start + CASES_PER_STATEMENT)
    await insertCases(
      transaction,
      part.map(({ told }) => caseRow(told, idOf.get(told)!, places, ids)),
    )
  }
  await transaction.query(sql`select setval(pg_get_serial_sequence('cases', 'id'), ${Math.max(1, standings.length)}::bigint)`)
  for (let start = 0; start < standings.length; start += CASES_PER_STATEMENT) {
    const part = standings.slice(start, start + CASES_PER_STATEMENT)
    await insertEvents(
      transaction,
      part.map(({ told, events }) => eventsRow(told, events, idOf, ids)),
    )
  }
}

async function idsOf(transaction: Transaction, table: string, key: string): Promise<Ids> {
  const rows = await transaction.query<{ id: number; key: string }>(
    sql`select id, ${identifier(key)} as key from ${identifier(table)} where ${identifier(key)} is not null`,
  )
  return new Map(rows.map((row) => [row.key, row.id]))
}

async function insertPlaces(
  transaction: Transaction,
  places: ReadonlySet<PlaceOfCase>,
): Promise<ReadonlyMap<PlaceOfCase, number>> {
  const rows = [...places].map((place) => ({ ...place, digest: digestOfPlace(place) }))
  const stored = await transaction.query<{ id: number; digest: string }>(sql`
    insert into case_places (community_code, community_name, community_name_en, grids, digest)
    select community_code, community_name, community_name_en, grids, digest
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given (community_code text, community_name text, community_name_en text, grids jsonb, digest text)
    returning id, digest`)
  const byDigest = new Map(stored.map(({ id, digest }) => [digest, id]))
  return new Map([...places].map((place, i) => [place, byDigest.get(rows[i]!.digest)!]))
}

const seconds = (moment: number | null): number | null => (moment === null ? null : moment / 1000)

function caseRow({ matter }: Told, id: number, places: ReadonlyMap<PlaceOfCase, number>, ids: Readonly<Record<string, Ids>>) {
  const { spot, reporter, found, received } = matter
  const [longitude, latitude] = fromGaussKruger([spot.at[0] / METRE, spot.at[1] / METRE], MERIDIAN)
  return {
    id,
    number: `${chineseDay(new Date(found)).replaceAll('-', '')}-${String(id).padStart(6, '0')}`,
    kind: matter.kind_id,
    source: reporter.source,
    text: matter.text,
    longitude,
    latitude,
    accuracy: ACCURACY[reporter.source] ?? null,
    place_id: places.get(spot.cell.place)!,
    community: spot.cell.place.community_code,
    place: spot.place,
    layer: spot.layer,
    object_id: spot.layer === null ? null : ids[spot.layer]!.get(spot.code!)!,
    segment: spot.segment && ids.river_segments!.get(spot.segment.code)!,
    chainage: spot.segment?.chainage_m ?? null,
    bank: spot.segment?.bank ?? null,
    account: accountOf(reporter.account, ids),
    name: reporter.name,
    person: reporter.person_code === null ? null : ids.people!.get(reporter.person_code)!,
    found: seconds(found),
    received: seconds(received),
  }
}

const ACCURACY: Readonly<Record<string, number>> = { supervisor: 5, grid_patrol: 8, river_patrol: 8, public: 25, inspection: 6 }

const accountOf = (name: string | null, ids: Readonly<Record<string, Ids>>): number | null =>
  name === null ? null : (ids.accounts!.get(name) ?? null)

/** The identifier comes of what is reported, so that the same demo has the same ones. */
const insertCases = (transaction: Transaction, rows: readonly ReturnType<typeof caseRow>[]) =>
  transaction.query(sql`
    insert into cases (id, number, client_id, digest, kind_id, source, text, geom, accuracy_m, place_id, community_code, place, layer, object_id,
      segment_id, chainage_m, bank, account_id, account_name, person_id, noted_at, found_at, received_at)
    overriding system value
    select id, number, md5('case ' || number)::uuid, 'demo', kind, source, text, ST_SetSRID(ST_MakePoint(longitude, latitude), 4326), accuracy,
      place_id, community, place, layer, object_id, segment, chainage, bank, account, name, person, to_timestamp(found), to_timestamp(found),
      to_timestamp(received)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id integer, number text, kind integer, source text, text text,
      longitude float8, latitude float8, accuracy float8, place_id integer, community text, place text, layer text, object_id integer,
      segment integer, chainage float8, bank text, account integer, name text, person integer, found float8, received float8)`)

type EventsRow = readonly [id: number, into: number | null, steps: readonly unknown[]]

function eventsRow(
  told: Told,
  events: readonly DemoEvent[],
  idOf: ReadonlyMap<Told, number>,
  ids: Readonly<Record<string, Ids>>,
): EventsRow {
  const steps = events.map(({ action, stage, at, actor, owner, stage_due, handle_due, closing_due, until, text }) => [
    action,
    stage,
    seconds(at),
    accountOf(actor.account, ids),
    actor.name,
    owner && ids.organisations!.get(owner.organisation_code)!,
    owner?.person_code ? ids.people!.get(owner.person_code)! : null,
    ...[stage_due, handle_due, closing_due, until].map(seconds),
    text,
  ])
  return [idOf.get(told)!, told.into ? idOf.get(told.into)! : null, steps]
}

const insertEvents = (transaction: Transaction, rows: readonly EventsRow[]) =>
  transaction.query(sql`
    insert into case_events (case_id, number, action, stage, at, account_id, account_name, organisation_id, handler_id, stage_due_at,
      handle_due_at, closing_due_at, until, merged_into, text)
    select (given ->> 0)::integer, number, step ->> 0, step ->> 1, to_timestamp((step ->> 2)::float8), (step ->> 3)::integer, step ->> 4,
      (step ->> 5)::integer, (step ->> 6)::integer, to_timestamp((step ->> 7)::float8), to_timestamp((step ->> 8)::float8),
      to_timestamp((step ->> 9)::float8), to_timestamp((step ->> 10)::float8),
      case when step ->> 0 = 'merge' then (given ->> 1)::integer end, step ->> 11
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as given
    cross join jsonb_array_elements(given -> 2) with ordinality as steps (step, number)`)
