// Getting ready: which suites can run on this machine, after installing what can be installed?
import { install, whyNotInstall } from './install.ts'
import type { Suite } from './parts.ts'
import { type LeftOut, print } from './report.ts'
import { missingOf, TOOLS, type ToolName } from './tools.ts'

/** The suites to leave out. */
export async function prepare(wanted: readonly Suite[], mayInstall: boolean): Promise<LeftOut[]> {
  const needed = [...new Set(wanted.flatMap((suite) => suite.needs))]
  const missing = await missingOf(needed)
  for (const name of needed) print(`${missing.includes(name) ? 'missing' : 'found  '}  ${TOOLS[name].title}`)
  const quicker = await missingOf([...new Set(wanted.flatMap((suite) => suite.quicker ?? []))])
  if (missing.length + quicker.length === 0) return []
  const obstacle = mayInstall ? whyNotInstall() : '--no-install was given'
  if (obstacle) {
    if (missing.length > 0) print(`Not installed, as ${obstacle}.`)
    return leaveOut(wanted, missing)
  }
  for (const trouble of await install([...missing, ...quicker])) print(trouble)
  return leaveOut(wanted, await missingOf(missing))
}

export function leaveOut(wanted: readonly Suite[], missing: readonly ToolName[]): LeftOut[] {
  return wanted.flatMap((suite) => {
    const lacks = suite.needs.filter((name) => missing.includes(name)).map((name) => TOOLS[name])
    if (lacks.length === 0) return []
    const reason = `${lacks.map((tool) => tool.title).join(' and ')} not found`
    return [{ suite: suite.name, reason, remedy: lacks.map((tool) => tool.remedy).join('; ') }]
  })
}
