/** Whose a case of the demo is, by its kind's rule and the demo's own assignments: what the server would find, for thousands at once. */

import type { OwnerStep, PlaceOfCase } from '#geodata/cases/records.ts'
import type { Demo, DemoAssignment, DemoDepartment, DemoPerson } from '#geodata/county/demo.ts'
import { VALID_FROM } from '#geodata/county/demo.ts'
import type { Spot } from './spots.ts'

export interface OwnerOfCase {
  readonly organisation_code: string
  readonly person_code: string | null
}

export interface Owners {
  ownerOf(rule: readonly OwnerStep[], spot: Spot, day: string): OwnerOfCase | undefined
  department(duty: string, community: string): string | undefined
  /** Who has one of the roles in a grid of the scheme around a place, from the lowest grid upwards. */
  inGrid(roles: readonly string[], scheme: string, spot: Pick<Spot, 'cell'>, day: string): readonly DemoPerson[]
  /** Who is chief of a segment there. */
  onSegment(roles: readonly string[], segment: NonNullable<Spot['segment']>, day: string): readonly DemoPerson[]
  person(code: string): DemoPerson
}

type Holding = DemoAssignment & { readonly person: DemoPerson }
const NONE: readonly never[] = []

const keyOf = (layer: string, scheme: string | null, code: string) => `${layer} ${scheme ?? ''} ${code}`

export function ownersOf({ responsibility }: Demo): Owners {
  const { people = [], assignments = [], departments = [] } = responsibility ?? {}
  const byCode = new Map(people.map((person) => [person.code, person]))
  const held = new Map<string, Holding[]>()
  for (const each of assignments) {
    const key = keyOf(each.layer, each.scheme, each.code)
    const holding = { ...each, person: byCode.get(each.person_code)! }
    const own = held.get(key)
    if (own) own.push(holding)
    else held.set(key, [holding])
  }

  const rowsOf = (layer: string, scheme: string | null, code: string) => held.get(keyOf(layer, scheme, code)) ?? NONE
  const ofGrids = new WeakMap<PlaceOfCase, Map<string, readonly (readonly Holding[])[]>>()
  /** The lowest grid of a scheme first. */
  const rowsOfGrids = ({ cell: { place } }: Pick<Spot, 'cell'>, scheme: string) => {
    const own = ofGrids.get(place) ?? new Map<string, readonly (readonly Holding[])[]>()
    ofGrids.set(place, own)
    const known = own.get(scheme)
    if (known) return known
    const grids = place.grids.filter((grid) => grid.scheme === scheme).toReversed()
    const rows = grids.map(({ code }) => rowsOf('grids', scheme, code))
    own.set(scheme, rows)
    return rows
  }
  const inGrid: Owners['inGrid'] = (roles, scheme, spot, day) => {
    for (const rows of rowsOfGrids(spot, scheme)) {
      const found = inRoles(rows, roles, day, null)
      if (found.length > 0) return found
    }
    return NONE
  }
  const onSegment: Owners['onSegment'] = (roles, { code, river_code, chainage_m }, day) =>
    inRoles([...rowsOf('river_segments', null, code), ...rowsOf('rivers', null, river_code)], roles, day, chainage_m)
  const found = new Map<string, string | undefined>()
  const department: Owners['department'] = (duty, community) => {
    const key = `${duty} ${community}`
    if (!found.has(key)) found.set(key, smallest(departments, duty, community)?.organisation_code)
    return found.get(key)
  }

  const ownerBy = (step: OwnerStep, spot: Spot, day: string): OwnerOfCase | undefined => {
    if ('department' in step) {
      const organisation_code = department(step.department, spot.cell.place.community_code)
      return organisation_code === undefined ? undefined : { organisation_code, person_code: null }
    }
    const [person] =
      'object' in step
        ? spot.code === null
          ? []
          : inRoles(rowsOf(spot.layer!, null, spot.code), step.object, day, null)
        : 'segment' in step
          ? spot.segment === null
            ? []
            : onSegment(step.segment, spot.segment, day)
          : inGrid(step.grid, step.scheme, spot, day)
    return person && { organisation_code: person.organisation_code, person_code: person.code }
  }
  return {
    ownerOf: (rule, spot, day) => {
      for (const step of rule) {
        const owner = ownerBy(step, spot, day)
        if (owner) return owner
      }
      return undefined
    },
    department,
    inGrid,
    onSegment,
    person: (code) => byCode.get(code)!,
  }
}

/** The role that is named first before the others, of a role the first before the substitute. */
function inRoles(all: readonly Holding[], roles: readonly string[], day: string, chainage: number | null): readonly DemoPerson[] {
  const rows = all.filter((row) => roles.includes(row.role) && isAt(row, chainage))
  const now = rows.filter((row) => holds(row, day))
  // The demo knows nobody for most days before it begins: those who were there when it did were there before.
  const known = now.length > 0 || day >= VALID_FROM ? now : rows.filter((row) => holds(row, VALID_FROM))
  if (known.length > 1)
    known.sort(
      (a, b) =>
        roles.indexOf(a.role) - roles.indexOf(b.role) ||
        // Who has the segment comes before who has all of the river.
        Number(a.layer === 'rivers') - Number(b.layer === 'rivers') ||
        compare(a.standing, b.standing),
    )
  return known.map(({ person }) => person)
}

const smallest = (departments: readonly DemoDepartment[], duty: string, community: string): DemoDepartment | undefined =>
  departments
    .filter((row) => row.duty === duty && community.startsWith(row.territory_code))
    .toSorted((a, b) => b.territory_code.length - a.territory_code.length)[0]

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const holds = ({ valid_from, valid_to, person }: Holding, day: string): boolean =>
  valid_from <= day && (valid_to === null || valid_to > day) && (person.left_on === null || person.left_on > day)

/** A stretch has an end that it shares with the next. */
const isAt = ({ chainage_from_m, chainage_to_m }: Holding, chainage: number | null): boolean =>
  chainage === null || chainage_from_m === null || (chainage >= chainage_from_m && chainage <= chainage_to_m!)
