import type { Responsible } from '#api/responsibility/responsible.ts'
import { type Role, rolesOf } from '#geodata/responsibility/roles.ts'

/**
 * Roles of the layer that somebody has to have on this feature and nobody has. Which grids owe somebody depends on their
 * scheme and class, which the findings know: here a grid counts as vacant only when nobody at all is on it.
 */
export function vacantRoles(layer: string, responsible: readonly Responsible[]): readonly Role[] {
  const owed = rolesOf(layer).filter((role) => role.owed?.includes(layer))
  if (layer === 'grids' && responsible.length > 0) return []
  return owed.filter(({ id }) => !responsible.some(({ role }) => role === id))
}
