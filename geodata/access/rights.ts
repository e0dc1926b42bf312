/** The one table of who may do what. Each route names the right it needs. */

export const RIGHTS = [
  /** See the map: features, tiles, search, totals. */
  'map.read',
  /** See how many live in a house. */
  'households.read',
  /** See who is responsible for what, with posts and office telephones; ask, list and print. */
  'responsibility.read',
  /** See personal mobile numbers. */
  'mobile.read',
  /** Make somebody responsible, or end it. */
  'assignments.write',
  /** Change organisations, posts and people. */
  'people.write',
  /** Draw plans of grids and hand them in. */
  'plans.write',
  /** Return, approve and publish plans of others. */
  'plans.publish',
  /** Make schemes of grids, and say their levels and rules. */
  'schemes.write',
  /** See what is reported of damage, with its photos. */
  'damage.read',
  /** Report damage, or that there is none. */
  'damage.report',
  /** Write what an emergency needs: closed roads, marks from the field, events of damage. */
  'emergency.write',
  /** Store the zones of faults, check the sites in and near dangers, and write what was found out about them. */
  'hazards.write',
  /** Read the record of what was written by whom. */
  'audit.read',
  /** Make accounts, and say what they may do. */
  'accounts.write',
] as const
export type Right = (typeof RIGHTS)[number]

export const ACCOUNT_ROLES = ['viewer', 'planner', 'reporter', 'river_chief', 'emergency', 'dispatcher', 'administrator'] as const
export type AccountRole = (typeof ACCOUNT_ROLES)[number]

export const RIGHTS_OF: Readonly<Record<AccountRole, readonly Right[]>> = {
  viewer: ['map.read', 'responsibility.read'],
  planner: [
    'map.read',
    'responsibility.read',
    'households.read',
    'mobile.read',
    'assignments.write',
    'people.write',
    'plans.write',
    'plans.publish',
    'damage.read',
  ],
  reporter: ['map.read', 'responsibility.read', 'damage.read', 'damage.report'],
  river_chief: ['map.read', 'responsibility.read', 'mobile.read', 'damage.read', 'damage.report'],
  emergency: [
    'map.read',
    'responsibility.read',
    'households.read',
    'mobile.read',
    'damage.read',
    'damage.report',
    'emergency.write',
    'hazards.write',
  ],
  dispatcher: [
    'map.read',
    'responsibility.read',
    'households.read',
    'mobile.read',
    'damage.read',
    'damage.report',
    'emergency.write',
  ],
  administrator: RIGHTS,
}

/**
 * What a route asks of its visitor: a right; `signed_in`, an account of any kind, also one whose password must be changed first;
 * or `public`, nothing.
 */
export type RouteRight = Right | 'signed_in' | 'public'
