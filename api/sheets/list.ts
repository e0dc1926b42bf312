/** The list of who is responsible for what (责任一览表): the same on the sheet and in the workbook. */
import type { Standing } from '#geodata/responsibility/roles.ts'
import { ROLES } from '#geodata/responsibility/roles.ts'
import { keyOf, type PersonInCharge, type Responsible } from '../responsibility/responsible.ts'
import type { Language } from '../words/index.ts'
import { SHEET_TEXT } from '../words/sheet_text.ts'
import type { AreaRow, GridRow } from './store.ts'
import type { Column, List, Row } from './table.ts'

/** A grid with its number in the list and those who are responsible for it. */
export interface Responsibility extends GridRow {
  readonly number: number
  /** Codes of the grids above it, from the first level; its own is the last. */
  readonly lineage: readonly string[]
  readonly responsible: readonly Responsible[]
}

/** Roles that reach from a grid above, or from a community or town, down to all that lies in it. */
const REACHING_DOWN = ['section_leader', 'contact_leader', 'jointly_responsible']

interface Sources {
  readonly grids: readonly GridRow[]
  /** Grids of the levels above. */
  readonly above: readonly GridRow[]
  readonly areas: readonly AreaRow[]
  readonly responsible: ReadonlyMap<string, readonly Responsible[]>
}

/** Numbers the grids and gives each its people; of a role that reaches down, those nearest to the grid count. */
export function gatherResponsibilities({ grids, above, areas, responsible }: Sources): Responsibility[] {
  const aboveByCode = new Map(above.map((grid) => [grid.code, grid]))
  const areaByCode = new Map(areas.map((area) => [area.code, area]))
  const of = (layer: string, id: number | undefined) => (id === undefined ? [] : (responsible.get(keyOf({ layer, id })) ?? []))
  return grids.map((grid, index) => {
    const line = lineageOf(grid, aboveByCode)
    const nearest = [
      ...line.toReversed().map(({ id }) => of('grids', id)),
      ...[12, 9, 6].map((digits) => of('administrative_areas', areaByCode.get(grid.code.slice(0, digits))?.id)),
    ]
    const own = nearest[0]!.filter(({ role }) => !REACHING_DOWN.includes(role))
    const reaching = REACHING_DOWN.flatMap(
      (role) => nearest.map((each) => each.filter((one) => one.role === role)).find(({ length }) => length > 0) ?? [],
    )
    return { ...grid, number: index + 1, lineage: line.map(({ code }) => code), responsible: [...own, ...reaching] }
  })
}

/** The grids above a grid, from the first level, and itself. */
function lineageOf(grid: GridRow, above: ReadonlyMap<string, GridRow>): GridRow[] {
  const line = [grid]
  for (let code = grid.parent_code; code !== null && line.length < 10; ) {
    const parent = above.get(code)
    if (!parent || parent.level >= line[0]!.level) break
    line.unshift(parent)
    code = parent.parent_code
  }
  return line
}

type Cell = (one: Responsibility) => string
type Filled = Column & { readonly cell: Cell }

/** The rows in the order of their numbers, with only those further columns in which something stands. */
export function listOf(all: readonly Responsibility[], levelName: string, language: Language): List {
  const columns = columnsOf(all, levelName, language)
  const rows: Row[] = all.map((one) => ({ cells: columns.map(({ cell }) => cell(one)), marked: leaderOf(one) ? [] : ['leader'] }))
  return { columns: columns.map(({ cell: _, ...column }) => column), rows }
}

function columnsOf(all: readonly Responsibility[], levelName: string, language: Language): Filled[] {
  const text = SHEET_TEXT[language]
  const words = text.columns
  const column = (key: string, title: string, cell: Cell, align: Column['align'] = 'left', breaks = true): Filled => ({
    key,
    title,
    align,
    breaks,
    cell,
  })
  const nameOf = (person: PersonInCharge) => personName(person, language)
  const people = (one: Responsibility, role: string, standing?: Standing) =>
    one.responsible
      .filter((each) => each.role === role && (standing === undefined || each.standing === standing))
      .map(({ person }) => nameOf(person))
      .join(text.separator)
  const workers = (one: Responsibility) =>
    one.responsible
      .filter(({ role }) => role === 'grid_worker_full_time' || role === 'grid_worker_part_time')
      .map(({ role, person }) => `${nameOf(person)}${role === 'grid_worker_full_time' ? text.fullTime : text.partTime}`)
      .join(text.separator)
  const number = (value: number | null) => (value === null ? '' : String(value))
  const further = ROLES.filter(({ id }) => FURTHER.includes(id) && all.some((one) => people(one, id) !== '')).map(
    ({ id, label }) => column(id, label[language], (one) => people(one, id)),
  )
  // Left out altogether for those who may see nobody's.
  const seesMobiles = all.some((one) => one.responsible.some(({ person }) => person.mobile !== undefined))
  return [
    column('number', words.number, (one) => String(one.number), 'center', false),
    column('code', words.code, ({ code }) => code, 'center', false),
    column('name', words.name, (one) => gridName(one, language)),
    column('level', words.level, (one) => (one.class === 'A' ? levelName : `${levelName}${text.class(one.class)}`), 'center'),
    column('households', words.households, ({ households }) => number(households), 'right', false),
    column('population', words.population, ({ population }) => number(population), 'right', false),
    column(
      'leader',
      words.leader,
      (one) => people(one, 'grid_leader', 'A') || people(one, 'grid_leader', 'joint') || text.vacant,
    ),
    column('substitute', words.substitute, (one) => people(one, 'grid_leader', 'B') || text.none),
    column('workers', words.workers, workers),
    ...further,
    column('jointly', words.jointly, (one) => people(one, 'jointly_responsible')),
    column('section_leader', words.sectionLeader, (one) => people(one, 'section_leader')),
    column('contact_leader', words.contactLeader, (one) => people(one, 'contact_leader')),
    column('telephone', words.telephone, (one) => contactOf(one)?.telephone ?? '', 'left', false),
    ...(seesMobiles ? [column('mobile', words.mobile, (one) => contactOf(one)?.mobile ?? '', 'left', false)] : []),
  ]
}

const FURTHER = ['supervisor', 'labour_inspector', 'safety_officer', 'cleaner']

/** The grid leader in the first place; undefined where that is vacant. */
export const leaderOf = ({ responsible }: Responsibility): PersonInCharge | undefined =>
  responsible.find(({ role, standing }) => role === 'grid_leader' && standing !== 'B')?.person

/** Whom one would ring up about the grid. */
const contactOf = (one: Responsibility): PersonInCharge | undefined =>
  leaderOf(one) ??
  one.responsible.find(({ role }) => role === 'grid_leader')?.person ??
  one.responsible.find(({ role }) => !REACHING_DOWN.includes(role))?.person

export const personName = ({ name, name_en, has_left }: PersonInCharge, language: Language): string =>
  `${(language === 'en' ? name_en : null) ?? name}${has_left ? SHEET_TEXT[language].left : ''}`

export const gridName = ({ name, name_en }: GridRow, language: Language): string => (language === 'en' ? name_en : null) ?? name
