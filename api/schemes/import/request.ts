/** What the planner says about the file: where it belongs, which columns name the grids, and how much may be settled without asking. */
import { coordinateSystemOf } from '#geodata/formats/index.ts'
import { invalid, readMembers, readOptionalString, readString } from '../../http/body.ts'
import type { Column } from './columns.ts'

export interface ImportRequest {
  readonly territory_code: string
  /** From the highest level down. A null `key` on the lowest: each row is a grid of its own. */
  readonly levels: readonly { readonly key: string | null; readonly name: string | null }[]
  /** Of a table without areas: names the cell, by its code, that a row is about. */
  readonly cell: string | null
  /** Says which community a row lies in where none are on the map yet: twelve digits, or any name to be numbered. */
  readonly community: string | null
  readonly households: string | null
  readonly population: string | null
  readonly tolerance_m: number
  /** Of the report that the planner has seen. */
  readonly digest: string | null
}

/** m. Borders drawn twice by hand are rarely closer than a few decimetres. */
const USUAL_TOLERANCE = 0.5
const MOST_TOLERANCE = 50

export function readRequest(text: string, columns: readonly Column[], levels: number): ImportRequest {
  const body = readMembers(
    parsed(text),
    ['territory_code', 'crs', 'levels', 'cell', 'community', 'households', 'population', 'tolerance_m', 'digest'],
    'request.',
  )
  const column = (value: unknown, path: string): string | null => {
    if (value === null || value === undefined || value === '') return null
    if (!columns.some(({ name }) => name === value)) throw invalid(path)
    return value as string
  }
  if (!Array.isArray(body.levels) || body.levels.length !== levels) throw invalid('request.levels')
  const named = body.levels.map((each, index) => {
    const path = `request.levels.${index}.`
    const level = readMembers(each, ['key', 'name'], path)
    const key = column(level.key, `${path}key`)
    if (key === null && index + 1 < levels) throw invalid(`${path}key`)
    return { key, name: column(level.name, `${path}name`) }
  })
  const territory_code = readString(body, 'territory_code', 12)
  if (!/^(\d{6}|\d{9}|\d{12})$/.test(territory_code)) throw invalid('request.territory_code')
  const tolerance_m = body.tolerance_m ?? USUAL_TOLERANCE
  if (typeof tolerance_m !== 'number' || !(tolerance_m >= 0 && tolerance_m <= MOST_TOLERANCE))
    throw invalid('request.tolerance_m')
  return {
    territory_code,
    levels: named,
    cell: column(body.cell, 'request.cell'),
    community: column(body.community, 'request.community'),
    households: column(body.households, 'request.households'),
    population: column(body.population, 'request.population'),
    tolerance_m,
    digest: readOptionalString(body, 'digest', 64),
  }
}

/** The coordinate system that the planner declares, before anything else of the request can be read. */
export function readDeclared(text: string) {
  const { crs = null } = parsed(text)
  if (crs === null || crs === '') return undefined
  const system = typeof crs === 'string' ? coordinateSystemOf(crs) : undefined
  if (!system) throw invalid('request.crs')
  return system
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  } catch {
    // Said below.
  }
  throw invalid('request')
}
