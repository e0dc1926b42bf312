// Which columns of a file name its grids, as far as headings and values tell. The planner has the last word.
import type { Column, ColumnChoice, FileColumns, LevelNames } from './types.ts'

/** Headings as they are met in files of grids, in Chinese, in its initials and in English. */
const WORDS = {
  grid: /网格|责任区|片区|grid|wg|ward|zone|block/i,
  code: /编码|编号|代码|序号|code|(^|[^a-z])id$|bm$|bh$|dm$|^no$/i,
  name: /名称|名字|name|mc$/i,
  community: /社区|居委|行政村|村委|村名|community|village|tract|^(sq|cun|xzc)/i,
  households: /户数|总户|住户|household|^(hs|hu|hh)$/i,
  population: /人口|人数|pop|^(rk|rks|rksl)$/i,
} as const

/** Of all rows: a column that is mostly empty names nothing. */
const MOSTLY = 0.8

export function guessColumns({ columns, levels, rows, is_table }: FileColumns): ColumnChoice {
  const filled = columns.filter((column) => column.filled >= rows * MOSTLY)
  const counts = (word: RegExp) =>
    filled.find(({ name, samples }) => word.test(name) && samples.every((sample) => Number(sample) >= 0))?.name ?? null
  const households = counts(WORDS.households)
  const population = counts(WORDS.population)
  const community = filled.find(({ name }) => WORDS.community.test(name))?.name ?? null
  const cell = (is_table && filled.find(isOfCells)?.name) || null
  const free = filled.filter(({ name }) => ![households, population, cell].includes(name))
  return { levels: guessLevels(free, levels, rows, community), cell, community, households, population }
}

/** Fifteen digits, each but once. */
const isOfCells = ({ samples, distinct, filled }: Column): boolean =>
  distinct === filled && samples.every((sample) => /^\d{15}$/.test(sample))

/** A level below has at least as many grids as the one above. */
function guessLevels(
  columns: readonly Column[],
  levels: readonly LevelNames[],
  rows: number,
  community: string | null,
): ColumnChoice['levels'] {
  const used = new Set<string>()
  let least = 1
  return levels.map((level, index) => {
    const isLowest = index === levels.length - 1
    const candidates = columns.filter(({ name, distinct }) => !used.has(name) && distinct >= least)
    const key = best(candidates, (column) => scoreOf(column, level, community)) ?? (isLowest ? null : fewest(candidates, rows))
    if (!key) return { key: null, name: null }
    used.add(key.name)
    least = key.distinct
    const name = best(candidates, (column) => (column !== key ? nameScore(column, key, level) : 0))
    if (name) used.add(name.name)
    return { key: key.name, name: name?.name ?? null }
  })
}

function scoreOf({ name }: Column, level: LevelNames, community: string | null): number {
  const isMeant = isNamedAfter(name, level)
  if (!isMeant && (!WORDS.grid.test(name) || name === community)) return 0
  // Where there is a code and a name, the code tells the grids apart.
  return (isMeant ? 8 : 4) + (WORDS.code.test(name) ? 2 : WORDS.name.test(name) ? 0 : 1)
}

/** One name for each key, and the same thing named. */
function nameScore({ name, distinct }: Column, key: Column, level: LevelNames): number {
  if (!WORDS.name.test(name) || distinct > key.distinct) return 0
  if (isNamedAfter(name, level)) return 3
  return WORDS.grid.test(name) && distinct * 2 >= key.distinct ? 2 : 0
}

const isNamedAfter = (heading: string, { name_zh, name_en }: LevelNames): boolean =>
  heading.includes(name_zh) || heading.toLowerCase().replaceAll('_', ' ').includes(name_en.toLowerCase())

/** Of those that tell rows apart, but not each from each. */
function fewest(columns: readonly Column[], rows: number): Column | null {
  const [first] = columns.filter(({ distinct }) => distinct > 1 && distinct < rows).sort((a, b) => a.distinct - b.distinct)
  return first ?? null
}

function best(columns: readonly Column[], scoreOf: (column: Column) => number): Column | null {
  let found: Column | null = null
  let most = 0
  for (const column of columns) {
    const score = scoreOf(column)
    if (score <= most) continue
    found = column
    most = score
  }
  return found
}

/** What was chosen before, as far as another file has it too. */
export function keepChoice(before: ColumnChoice, { columns, levels, is_table }: FileColumns): ColumnChoice | null {
  const has = (name: string | null) => name === null || columns.some((column) => column.name === name)
  const { cell, community, households, population } = before
  const names = [...before.levels.flatMap(({ key, name }) => [key, name]), cell, community, households, population]
  const isAlike = before.levels.length === levels.length && is_table === (cell !== null)
  return isAlike && names.every(has) ? before : null
}
