/** One account for each kind of visitor, so that everything can be tried as everybody would. */
import type { DemoAccount, DemoPerson } from './records.ts'

export interface AccountPeople {
  readonly county: string
  /** The town whose planner may sign in. */
  readonly town: string
  readonly planner: DemoPerson
  readonly countyChief: DemoPerson
  readonly villageChief: DemoPerson
  /** The community of the village chief. */
  readonly village: string
  readonly emergency: DemoPerson
  /** Walks the streets of the town; whoever handles cases works elsewhere, so that nobody verifies what is his own work. */
  readonly supervisor: DemoPerson
  readonly handler: DemoPerson
}

export function demoAccounts({
  county,
  town,
  planner,
  countyChief,
  villageChief,
  village,
  emergency,
  supervisor,
  handler,
}: AccountPeople): DemoAccount[] {
  const account = (name: string, role: string, territory_code: string, who: DemoPerson | string): DemoAccount => ({
    name,
    display_name: typeof who === 'string' ? who : who.name,
    person_code: typeof who === 'string' ? null : who.code,
    roles: [{ role, territory_code }],
  })
  return [
    // Everywhere: the only one who sees all counties of a prefecture.
    account('admin', 'administrator', '', '管理员'),
    account('viewer', 'viewer', county, '访客'),
    account('planner', 'planner', county, '县网格规划员'),
    account('planner-town', 'planner', town, planner),
    account('river-county', 'river_chief', county, countyChief),
    account('river-village', 'river_chief', village, villageChief),
    account('river-office', 'river_office', county, '县河长办'),
    account('reporter', 'reporter', village, '村灾情速报员'),
    account('emergency', 'emergency', county, emergency),
    account('dispatcher', 'dispatcher', county, '调度员'),
    account('supervisor', 'supervisor', town, supervisor),
    account('handler', 'handler', county, handler),
  ]
}
