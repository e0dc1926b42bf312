import { type AccountRole, RIGHTS_OF, type Right } from '#geodata/access/rights.ts'
import { Problem } from '../http/problem.ts'

/** A role, held for a county, town or community (6, 9 or 12 digits of its code); the empty code is everywhere. */
export interface Grant {
  readonly role: AccountRole
  readonly territory_code: string
}

/** Who asks. */
export interface Visitor {
  readonly account_id: number
  readonly account_name: string
  readonly display_name: string
  /** The person on the staff whose account it is. */
  readonly person_id: number | null
  readonly must_change_password: boolean
  readonly grants: readonly Grant[]
  readonly via: 'console' | 'token'
  /** A token that may only read. */
  readonly read_only: boolean
}

export const hasRight = (visitor: Visitor, right: Right): boolean => territoriesOf(visitor, right).length > 0

/** Codes of the territories in which a visitor has a right; the empty code is everywhere. */
export const territoriesOf = ({ grants, must_change_password }: Visitor, right: Right): readonly string[] =>
  must_change_password
    ? []
    : grants.filter(({ role }) => RIGHTS_OF[role].includes(right)).map(({ territory_code }) => territory_code)

/** @param code of an administrative area, a grid or a unit cell: codes begin with that of what they lie in */
export const mayIn = (visitor: Visitor, right: Right, code: string): boolean =>
  territoriesOf(visitor, right).some((territory) => code.startsWith(territory))

export const mayAnywhere = (visitor: Visitor, right: Right): boolean => territoriesOf(visitor, right).length > 0

/** Refuses with `outside_territory` what lies in none of the visitor's territories. */
export function demandIn(visitor: Visitor, right: Right, code: string): void {
  if (!mayIn(visitor, right, code)) throw new Problem(403, 'outside_territory')
}

/**
 * Whether a visitor sees the personal number of somebody who belongs to a territory: of those in his own, and of those above
 * it, whose responsibility reaches down to his.
 */
export const seesMobileOf = (visitor: Visitor, code: string): boolean =>
  territoriesOf(visitor, 'mobile.read').some((territory) => code.startsWith(territory) || territory.startsWith(code))
