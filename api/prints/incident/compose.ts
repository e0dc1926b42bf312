/** From what was found out about an incident to its sheet. */
import { toGaussKruger } from '#geodata/crs/gauss_kruger.ts'
import type { Queryable } from '../../database/database.ts'
import { chooseZone, meridianOf } from '../../imports/zone.ts'
import { chineseDay } from '../../layers/states.ts'
import { readAreaAt } from '../../sheets/store.ts'
import type { Language } from '../../words/index.ts'
import { PRINT_TEXT } from '../../words/print_text.ts'
import { frameAround, readGround } from '../map/ground.ts'
import { pointLook } from '../map/looks.ts'
import { readPlate } from '../map/plate.ts'
import { chineseTime } from '../moment.ts'
import type { IncidentContent, IncidentSubject, IncidentSymbol, PlanePoint, Position } from './content.ts'
import { incidentLayout } from './layouts.ts'
import { LETTERS, sectionsOf, waterSection } from './lists.ts'

/** The map reaches at least so far around the place, and no farther than this for what lies on the lists. Metres. */
const LEAST = 250
const MOST = 3000

/** The place may lie anywhere: outside of all areas the sheet has no borders and is issued by nobody. */
export async function composeIncident(
  database: Queryable,
  subject: IncidentSubject,
  language: Language,
  approvalNumber: string | undefined,
): Promise<IncidentContent> {
  const day = chineseDay()
  const area = await readAreaAt(database, subject.place.at, day)
  const [longitude] = subject.place.at
  const srid = area?.srid ?? chooseZone({ west: longitude, east: longitude }, [])
  const meridian = meridianOf(srid, longitude)
  const onPlane = (at: Position): PlanePoint => {
    const [x, y] = toGaussKruger(at, meridian)
    return [Math.round(x * 1000), Math.round(y * 1000)]
  }
  const place = onPlane(subject.place.at)
  const extent = extentOf(subject, place, onPlane)
  const layout = incidentLayout({ width: (extent.east - extent.west) / 1000, height: (extent.north - extent.south) / 1000 })
  const frame = frameAround({ srid, ...extent }, layout.map, layout.scale)
  const text = PRINT_TEXT[language]
  const lines = (all: readonly (readonly Position[] | null)[]) =>
    all.flatMap((line) => (line === null ? [] : [line.map(onPlane)]))
  return {
    plate: await readPlate(database, area, approvalNumber, {
      language,
      title: subject.place.name,
      subtitle: text.incidentTitle,
      layout,
      meridian,
      day,
    }),
    frame,
    ground: await readGround(database, area ?? { code: '-', level: 'community' }, day, frame, language),
    place,
    notes: [text.moment(chineseTime(subject.time)), text.coordinates(subject.place.at[0], subject.place.at[1])],
    ways: lines(subject.water.map(({ line }) => line)),
    closures: lines(subject.closures.flatMap((closure) => closure.lines)),
    hazards: subject.hazards.map(({ kind, polygons }) => ({
      kind,
      polygons: polygons.map((rings) => rings.map((ring) => ring.map(onPlane))),
    })),
    symbols: symbolsOf(subject, onPlane),
    water: waterSection(subject, language),
    sections: sectionsOf(subject, language),
  }
}

/** The place in the middle and around it the water; shelters only where people are to be brought to them: they would shrink the ways to the water. */
function extentOf({ water, shelters, people }: IncidentSubject, [x, y]: PlanePoint, onPlane: (at: Position) => PlanePoint) {
  const points = [
    ...water.flatMap(({ at, line }) => [at, ...(line ?? [])]),
    ...(people === null ? [] : shelters.map(({ at }) => at)),
  ].map(onPlane)
  const reach = (at: 0 | 1, centre: number) =>
    Math.max(LEAST * 1000, ...points.map((point) => Math.abs(point[at] - centre)).filter((distance) => distance <= MOST * 1000))
  const [across, down] = [reach(0, x), reach(1, y)]
  return { west: x - across, south: y - down, east: x + across, north: y + down }
}

function symbolsOf({ water, unknown, shelters }: IncidentSubject, onPlane: (at: Position) => PlanePoint): IncidentSymbol[] {
  return [
    ...water.map(({ layer, kind, number, at }) => ({
      look: pointLook(layer, { kind, usable: 'yes' }),
      label: String(number),
      at: onPlane(at),
    })),
    ...shelters.map(({ status, number, at }) => ({
      look: pointLook('shelters', { status }),
      label: `${LETTERS.shelters}${number}`,
      at: onPlane(at),
    })),
    ...unknown.map(({ layer, kind, number, at }) => ({
      look: pointLook(layer, { kind, usable: 'unknown' }),
      label: `${LETTERS.unknown}${number}`,
      at: onPlane(at),
    })),
  ]
}
