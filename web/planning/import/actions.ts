import { queryClient } from '../../api/queries.ts'
import { useConsole } from '../../state/store.ts'
import { makeScheme, previewImport, readColumns, storeImport } from '../api/grid_import.ts'
import { makePlan } from '../api/plans.ts'
import { guessColumns, keepChoice } from './guess.ts'
import { extentOfGrids } from './import_shapes.ts'
import type { ImportQuestion } from './types.ts'
import { forget, refuse, toleranceOf, useWizard, type Wizard } from './wizard.ts'

let running: AbortController | null = null

/** One request at a time; what was broken off changes nothing any more. */
async function wait(waiting: NonNullable<Wizard['waiting']>, work: (signal: AbortSignal) => Promise<Partial<Wizard>>) {
  if (useWizard.getState().waiting) return
  const own = new AbortController()
  running = own
  useWizard.setState({ waiting, refusal: null })
  try {
    const changes = await work(own.signal)
    if (running === own) useWizard.setState({ ...changes, waiting: null })
  } catch (problem) {
    if (running !== own) return
    useWizard.setState({ waiting: null })
    refuse(problem)
  }
}

/** What is being asked is no longer wanted. */
export function breakOff(): void {
  running?.abort()
  running = null
  useWizard.setState({ waiting: null })
}

export function leave(): void {
  breakOff()
  forget()
  useConsole.getState().openGridImport(false)
}

/** Makes the scheme where it is a new one, and looks what columns the file has. */
export const readFile = (): Promise<void> =>
  wait('columns', async (signal) => {
    const { draft, file, crs, choice } = useWizard.getState()
    let { scheme } = useWizard.getState()
    if (scheme === null) {
      await makeScheme(draft)
      scheme = draft.id
      // From now on it is one of those there are.
      useWizard.setState({ scheme })
    }
    const columns = await readColumns(scheme, file!, crs, signal)
    return { columns, choice: (choice && keepChoice(choice, columns)) ?? guessColumns(columns), step: 'columns' }
  })

function question({ territory, crs, choice }: Wizard, tolerance_m: number): ImportQuestion {
  return { ...choice!, territory_code: territory!, crs, tolerance_m }
}

export const lookAhead = (): Promise<void> =>
  wait('preview', async (signal) => {
    const wizard = useWizard.getState()
    const tolerance = toleranceOf(wizard)!
    const preview = await previewImport(wizard.scheme!, wizard.file!, question(wizard, tolerance), signal)
    return { preview, previewed: tolerance, current: null, step: 'report' }
  })

export const store = (): Promise<void> =>
  wait('store', async () => {
    const wizard = useWizard.getState()
    const asked = { ...question(wizard, wizard.previewed!), digest: wizard.preview!.digest }
    const stored = await storeImport(wizard.scheme!, wizard.file!, asked)
    // From here on the map shows what is stored.
    const { setGrids, fly } = useConsole.getState()
    setGrids({ scheme: wizard.scheme, level: 'zoom' })
    const extent = extentOfGrids(stored)
    if (extent) fly({ extent })
    void queryClient.invalidateQueries({ queryKey: ['state'] })
    return { stored, step: 'done', preview: null, current: null }
  })

/** A plan on the area, opened at what is wrong there. */
export async function beginPlan(name: string): Promise<void> {
  const { scheme, territory } = useWizard.getState()
  const plan = await makePlan({ name, scheme: scheme!, territory_code: territory! })
  forget()
  useConsole.setState({ gridImport: false, plan: plan.id, planPart: 'check' })
}
