import { type Console, useConsole } from './store.ts'
import { readQuery, writeQuery } from './url.ts'

const SETTLE_MS = 250

/** A new step for the Back button; everything else only updates the step one is on. */
const isStep = (now: Console, before: Console) =>
  now.workspace !== before.workspace ||
  now.part !== before.part ||
  now.table !== before.table ||
  now.plan !== before.plan ||
  now.planPart !== before.planPart ||
  now.gridImport !== before.gridImport ||
  now.river !== before.river ||
  now.riversPart !== before.riversPart ||
  now.casesPart !== before.casesPart ||
  now.caseId !== before.caseId ||
  now.queue !== before.queue ||
  now.analysis?.kind !== before.analysis?.kind ||
  now.selection?.layer !== before.selection?.layer ||
  now.selection?.id !== before.selection?.id

/** Keeps the address and the console in step, both ways. Returns the way to stop. */
export function followAddress(): () => void {
  let timer: number | undefined
  let restoring = false

  const write = (step: boolean) => {
    clearTimeout(timer)
    const address = location.pathname + writeQuery(useConsole.getState())
    if (address === location.pathname + location.search) return
    if (step) history.pushState(null, '', address)
    else history.replaceState(null, '', address)
  }
  const unsubscribe = useConsole.subscribe((now, before) => {
    if (restoring) return
    if (isStep(now, before)) return write(true)
    clearTimeout(timer)
    // Browsers limit how often an address may change, and panning changes it with every frame.
    timer = window.setTimeout(() => write(false), SETTLE_MS)
  })
  const back = () => {
    restoring = true
    useConsole.getState().restore(readQuery(location.search))
    restoring = false
  }
  window.addEventListener('popstate', back)
  return () => {
    unsubscribe()
    clearTimeout(timer)
    window.removeEventListener('popstate', back)
  }
}
