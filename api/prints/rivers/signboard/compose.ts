/** From a river segment to the content of its signboard. */
import { CHIEF_LEVELS } from '#geodata/rivers/records.ts'
import type { Database } from '../../../database/database.ts'
import { Problem } from '../../../http/problem.ts'
import { chooseZone, meridianOf } from '../../../imports/zone.ts'
import { readRules, ruleFor } from '../../../rivers/rules_store.ts'
import { readAreaAt } from '../../../sheets/store.ts'
import type { Language } from '../../../words/index.ts'
import { RIVER_TEXT } from '../../../words/river_text.ts'
import { frameAround, nameIn, readGround } from '../../map/ground.ts'
import { readPlate } from '../../map/plate.ts'
import { chainageText } from '../chainage.ts'
import { chiefsList } from './chiefs.ts'
import type { Course, PlanePoint, SignboardContent } from './content.ts'
import { type BoardSize, signboardLayout, timesOf } from './layouts.ts'
import {
  type CourseRow,
  readBoardChiefs,
  readCourse,
  readCourses,
  readHeadChiefs,
  readHotline,
  readSegment,
  type SegmentOnBoard,
} from './store.ts'

export interface SignboardQuestion {
  readonly segment: number
  readonly size: BoardSize
  readonly day: string
  readonly language: Language
  /** Where the code on the board leads. */
  readonly address: string
}

/** The number under which any office of the country is reached. */
const GENERAL_HOTLINE = '12345'
/** A map of less would show nothing that anybody knows. Metres. */
const LEAST = 400

/** Refuses with a Problem a segment that there is not on that day. */
export async function composeSignboard(
  database: Database,
  { segment: id, size, day, language, address }: SignboardQuestion,
  approvalNumber: string | undefined,
): Promise<SignboardContent> {
  const segment = await readSegment(database, id, day)
  if (!segment) throw new Problem(404, 'segment_not_found', {}, { id: String(id) })
  const text = RIVER_TEXT[language]
  const area = await readAreaAt(database, [segment.longitude, segment.latitude], day)
  const code = area?.code ?? segment.code.slice(0, 6)
  const srid = area?.srid ?? chooseZone({ west: segment.longitude, east: segment.longitude }, [])
  const [own] = await readCourse(database, srid, id)
  const points = own!.lines.flat()
  const extent = extentOf(points, srid)
  const layout = signboardLayout(size, {
    width: (extent.east - extent.west) / 1000,
    height: (extent.north - extent.south) / 1000,
  })
  const frame = frameAround(extent, layout.map, layout.scale)
  const [head, chiefs] = [await readHeadChiefs(database, code.slice(0, 6), day), await readBoardChiefs(database, id, day)]
  const rules = await readRules(database, day)
  const owed = CHIEF_LEVELS.flatMap((level) => ruleFor(rules, level, code, day) ?? [])
  const hotline = await readHotline(database, code)
  const target = segment.water_class_target
  return {
    plate: await readPlate(database, { code: code.slice(0, 6) }, approvalNumber, {
      language,
      title: text.boardTitle(riverOf(segment, language)),
      subtitle: nameIn(segment, language),
      layout,
      meridian: meridianOf(srid, segment.longitude),
      day,
    }),
    times: timesOf(size),
    frame,
    ground: await readGround(database, { code: '-', level: 'community' }, day, frame, language),
    courses: (await readCourses(database, frame.extent, day)).map((row) => courseOf(row, segment, language)),
    ends: [
      { label: text.beginning(chainageText(segment.chainage_from_m), segment.start_place), at: points[0]! },
      { label: text.ending(chainageText(segment.chainage_to_m), segment.end_place), at: points.at(-1)! },
    ],
    facts: factsOf(segment, language),
    chiefs: chiefsList(head, chiefs, segment, language),
    duties: [...text.dutyList, ...(owed.length > 0 ? [text.patrolDuty(owed)] : [])],
    targets: [...(target === null ? [] : [text.waterTarget(target)]), ...text.targetList],
    hotline: hotline
      ? { number: hotline.telephone, about: text.hotlineOf(nameIn(hotline, language)) }
      : { number: GENERAL_HOTLINE, about: text.hotlineGeneral },
    address,
  }
}

const riverOf = ({ river_name, river_name_en }: SegmentOnBoard, language: Language): string =>
  nameIn({ name: river_name, name_en: river_name_en }, language)

function factsOf(segment: SegmentOnBoard, language: Language): SignboardContent['facts'] {
  const text = RIVER_TEXT[language]
  const { chainage_from_m, chainage_to_m, start_place, end_place } = segment
  const end = (place: string | null, metres: number) =>
    place === null ? chainageText(metres) : text.at(place, chainageText(metres))
  return [
    { label: text.facts.river, value: riverOf(segment, language) },
    { label: text.facts.start, value: end(start_place, chainage_from_m) },
    { label: text.facts.segment, value: nameIn(segment, language) },
    { label: text.facts.end, value: end(end_place, chainage_to_m) },
    { label: text.facts.code, value: segment.code },
    { label: text.facts.length, value: text.kilometres(chainage_to_m - chainage_from_m) },
  ]
}

function extentOf(points: readonly PlanePoint[], srid: number) {
  const side = (at: 0 | 1): [number, number] => {
    const all = points.map((point) => point[at])
    const [least, most] = [Math.min(...all), Math.max(...all)]
    const more = Math.max(0, LEAST * 1000 - (most - least)) / 2
    return [least - more, most + more]
  }
  const [[west, east], [south, north]] = [side(0), side(1)]
  return { srid, west, south, east, north }
}

/** What touches the segment on its river is its neighbour. */
function courseOf(row: CourseRow, segment: SegmentOnBoard, language: Language): Course {
  const isSameRiver = row.river_id !== null && row.river_id === segment.river_id
  const where =
    row.id === segment.id
      ? 'own'
      : isSameRiver && Math.abs(row.chainage_to_m - segment.chainage_from_m) < 1
        ? 'upstream'
        : isSameRiver && Math.abs(row.chainage_from_m - segment.chainage_to_m) < 1
          ? 'downstream'
          : 'other'
  return { name: nameIn(row, language), where, lines: row.lines }
}
