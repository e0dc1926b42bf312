import { randomUUID } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import type { Edit } from '#geodata/fabric/index.ts'
import type { Measures, Proposal, Reason, Rebalance, Refusal } from '#geodata/partition/index.ts'
import { Problem } from '../../http/problem.ts'
import { type Place, type Prepared, placeOf } from './request.ts'

/** Where the target is missed: for a division with the reason and a cell of every grid concerned, for a rebalance the grid. */
export type Unmet = Place & ({ readonly reason: Reason; readonly cells: readonly string[] } | { readonly grid: string })

export interface Job {
  readonly id: string
  readonly plan: number
  state: 'running' | 'done' | 'failed' | 'cancelled'
  done: number
  total: number
  /** Of the draft before, for a rebalance, and of what is proposed. */
  before?: Measures
  measures?: Measures
  unmet?: readonly Unmet[]
  refusal?: Refusal
  edits?: readonly Edit[]
}

type Message = { progress: { done: number; total: number } } | { result: Result }
type Result = { proposal: Proposal } | { rebalance: Rebalance } | { refused: Refusal }

/** Two processors are all that a small server has, and it has others to serve. */
const MOST_RUNNING = 2
const KEPT = 50

/** Divisions that run, and those that have ended lately. */
export class ProposalJobs {
  readonly #jobs = new Map<string, Job>()
  readonly #workers = new Map<string, Worker>()

  /** @param toEdits makes the edits from groups. Refuses with `proposals_busy`. */
  start(
    plan: number,
    kind: 'propose' | 'rebalance',
    { request }: Prepared,
    toEdits: (groups: readonly { readonly id: string | null; readonly cells: readonly string[] }[]) => Edit[],
  ): Job {
    if (this.#workers.size >= MOST_RUNNING) throw new Problem(503, 'proposals_busy')
    const job: Job = { id: randomUUID(), plan, state: 'running', done: 0, total: 0 }
    const worker = new Worker(new URL('./worker.mjs', import.meta.url), { workerData: { kind, request } })
    this.#jobs.set(job.id, job)
    this.#workers.set(job.id, worker)
    for (const id of [...this.#jobs.keys()].slice(0, -KEPT)) if (!this.#workers.has(id)) this.#jobs.delete(id)
    worker.on('message', (message: Message) => {
      if ('progress' in message) Object.assign(job, message.progress)
      else Object.assign(job, resultOf(message.result, toEdits))
    })
    worker.on('error', () => {
      job.state = 'failed'
    })
    worker.on('exit', () => {
      this.#workers.delete(job.id)
      if (job.state === 'running') job.state = 'cancelled'
    })
    return job
  }

  /** Refuses with `record_not_found`. */
  job(plan: number, id: string): Job {
    const job = this.#jobs.get(id)
    if (!job || job.plan !== plan) throw new Problem(404, 'record_not_found', {}, { id: id.slice(0, 40) })
    return job
  }

  async cancel(plan: number, id: string): Promise<void> {
    const job = this.job(plan, id)
    if (job.state === 'running') job.state = 'cancelled'
    await this.#workers.get(id)?.terminate()
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#workers.values()].map((worker) => worker.terminate()))
  }
}

function resultOf(result: Result, toEdits: Parameters<ProposalJobs['start']>[3]): Partial<Job> {
  if ('refused' in result) return { state: 'failed', refusal: result.refused }
  if ('proposal' in result) {
    const { groups, measures, unmet } = result.proposal
    const places = unmet.map(({ community, ...why }) => ({ ...placeOf(community), ...why }))
    return { state: 'done', measures, unmet: places, edits: toEdits(groups) }
  }
  const { groups, moves, before, after, unmet } = result.rebalance
  const concerned = new Set(moves.flatMap(({ from, to }) => [from, to]))
  const changed = groups.filter(({ id }) => concerned.has(id))
  const places = unmet.map(({ community, group }) => ({ ...placeOf(community), grid: group }))
  return { state: 'done', before, measures: after, unmet: places, edits: moves.length === 0 ? [] : toEdits(changed) }
}
