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
  /** See cases and how they are seen through, with their photos, and the figures made of them. */
  'cases.read',
  /** Collect a case: what was found, where, with a photo. */
  'cases.report',
  /** Do what was dispatched to oneself or one's organisation, send it back, ask for more time. */
  'cases.handle',
  /** Look whether what was reported back is so. */
  'cases.verify',
  /** Run the desk: file, dispatch, merge, extend, close. */
  'cases.dispatch',
  /** Say what kinds of cases there are, whose they are, how long each may take, and when offices work. */
  'cases.rules',
  /** Hand in patrols of a river. */
  'rivers.patrol',
  /** Enter water samples, say that a signboard is up to date, and what a patrol owes. */
  'rivers.write',
  /** Store the zones of faults, check the sites in and near dangers, and write what was found out about them. */
  'hazards.write',
  /** Read the record of what was written by whom. */
  'audit.read',
  /** Make accounts, and say what they may do. */
  'accounts.write',
] as const
export type Right = (typeof RIGHTS)[number]

export const ACCOUNT_ROLES = [
  'viewer',
  'planner',
  'reporter',
  'river_chief',
  'river_office',
  'supervisor',
  'handler',
  'emergency',
  'dispatcher',
  'administrator',
] as const
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
    'cases.read',
  ],
  reporter: ['map.read', 'responsibility.read', 'damage.read', 'damage.report', 'cases.read', 'cases.report'],
  river_chief: [
    'map.read',
    'responsibility.read',
    'mobile.read',
    'damage.read',
    'damage.report',
    'cases.read',
    'cases.report',
    'cases.handle',
    'rivers.patrol',
  ],
  river_office: [
    'map.read',
    'responsibility.read',
    'mobile.read',
    'cases.read',
    'cases.report',
    'cases.verify',
    'cases.dispatch',
    'rivers.write',
  ],
  supervisor: ['map.read', 'responsibility.read', 'cases.read', 'cases.report', 'cases.verify'],
  handler: ['map.read', 'responsibility.read', 'cases.read', 'cases.report', 'cases.handle'],
  emergency: [
    'map.read',
    'responsibility.read',
    'households.read',
    'mobile.read',
    'damage.read',
    'damage.report',
    'emergency.write',
    'hazards.write',
    'cases.read',
  ],
  dispatcher: [
    'map.read',
    'responsibility.read',
    'households.read',
    'mobile.read',
    'damage.read',
    'damage.report',
    'emergency.write',
    'cases.read',
    'cases.report',
    'cases.verify',
    'cases.dispatch',
  ],
  administrator: RIGHTS,
}

/**
 * What a route asks of its visitor: a right; `signed_in`, an account of any kind, also one whose password must be changed first;
 * or `public`, nothing.
 */
export type RouteRight = Right | 'signed_in' | 'public'
