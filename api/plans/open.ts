/** Plans as they stand: the land of now with the steps that hold. Kept in memory, because a planner draws one step after another. */
import { LRUCache } from 'lru-cache'
import { type Counter, counterOf, type Outcome, type Replayed, replay } from '#geodata/planning/index.ts'
import type { Queryable } from '../database/database.ts'
import { landKey, type ReadLand, readLand } from './land_store.ts'
import { type PlanRow, readPlan, readSteps, type StepRow } from './store.ts'

export interface OpenPlan extends ReadLand, Omit<Replayed, 'fabric'> {
  readonly plan: PlanRow
  readonly steps: readonly StepRow[]
  readonly counter: Counter
  /** `fabric` is the land's; this is the draft's. */
  readonly draft: Replayed['fabric']
}

interface KeptLand extends ReadLand {
  readonly counter: Counter
}

/** A county's takes some tens of megabytes. */
const LANDS = 4
const PLANS = 50

export class OpenPlans {
  readonly #lands = new LRUCache<string, KeptLand>({ max: LANDS })
  readonly #outcomes = new LRUCache<number, { readonly land: KeptLand; readonly outcomes: readonly Outcome[] }>({ max: PLANS })

  async land(database: Queryable, { scheme, territory_code }: Pick<PlanRow, 'scheme' | 'territory_code'>): Promise<KeptLand> {
    const place = `${scheme} ${territory_code}`
    const known = this.#lands.get(place)
    if (known && known.key === (await landKey(database, scheme, territory_code))) return known
    const read = await readLand(database, scheme, territory_code)
    const land = { ...read, counter: counterOf(read.land) }
    this.#lands.set(place, land)
    return land
  }

  /** Reads the plan, its steps and its land anew where they changed, and carries out the steps that hold. */
  async open(database: Queryable, id: number): Promise<OpenPlan> {
    const plan = await readPlan(database, id)
    const land = await this.land(database, plan)
    const steps = await readSteps(database, id)
    const earlier = this.#outcomes.get(id)
    const { fabric: draft, outcomes } = replay(land.fabric, land.scope, steps, earlier?.land === land ? earlier.outcomes : [])
    this.#outcomes.set(id, { land, outcomes })
    return { ...land, plan, steps, draft, outcomes }
  }
}
