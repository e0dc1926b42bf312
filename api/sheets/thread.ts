import { Worker } from 'node:worker_threads'
import { Problem } from '../http/problem.ts'
import type { IncidentContent } from '../prints/incident/content.ts'
import type { PosterContent } from '../prints/poster/content.ts'
import type { ReportBook } from '../prints/report/book.ts'
import type { Report } from '../prints/report/content.ts'
import type { SignboardContent } from '../prints/rivers/signboard/content.ts'
import type { BookContent } from '../prints/water_book/content.ts'
import type { SheetContent } from './content.ts'
import type { WorkbookContent } from './workbook.ts'

/** What is to be made. */
export type Wanted =
  | { readonly sheet: SheetContent }
  | { readonly workbook: WorkbookContent }
  | { readonly waterBook: BookContent }
  | { readonly poster: PosterContent }
  | { readonly incident: IncidentContent }
  | { readonly signboard: SignboardContent }
  | { readonly report: Report }
  | { readonly reportBook: ReportBook }
export type FileRequest = Wanted & { readonly id: number }
export type FileAnswer = { readonly id: number } & ({ readonly bytes: Uint8Array } | { readonly error: string })

interface Waiting {
  readonly resolve: (bytes: Buffer) => void
  readonly reject: (error: Error) => void
}

/** Two fonts of 10 MB, opened, are too much to keep for a sheet that is printed once a month. */
const IDLE_MILLISECONDS = 120_000
const MOST_WAITING = 20

/** Makes sheets, books and workbooks in a thread of its own, which starts with the first and ends when none has been wanted for a while. */
export class SheetThread {
  #worker: Worker | undefined
  #idle: NodeJS.Timeout | undefined
  #nextId = 1
  readonly #waiting = new Map<number, Waiting>()

  /** Rejects with a Problem when too many are waiting already. */
  async make(wanted: Wanted): Promise<Buffer> {
    if (this.#waiting.size >= MOST_WAITING) throw new Problem(503, 'sheets_busy')
    this.#worker ??= this.#start()
    const worker = this.#worker
    clearTimeout(this.#idle)
    return new Promise((resolve, reject) => {
      const id = this.#nextId++
      this.#waiting.set(id, { resolve, reject })
      worker.postMessage({ ...wanted, id } satisfies FileRequest)
    })
  }

  async stop(): Promise<void> {
    clearTimeout(this.#idle)
    const worker = this.#worker
    this.#worker = undefined
    await worker?.terminate()
  }

  #start(): Worker {
    const worker = new Worker(new URL('./worker.mjs', import.meta.url))
    const fail = (error: Error) => {
      if (this.#worker === worker) this.#worker = undefined
      for (const { reject } of this.#waiting.values()) reject(error)
      this.#waiting.clear()
    }
    worker.on('error', fail)
    worker.on('exit', (code) => fail(new Error(`the thread of the sheets ended (exit code ${code})`)))
    worker.on('message', (answer: FileAnswer) => {
      const waiting = this.#waiting.get(answer.id)
      this.#waiting.delete(answer.id)
      if ('error' in answer) waiting?.reject(new Error(answer.error))
      else waiting?.resolve(Buffer.from(answer.bytes))
      if (this.#waiting.size === 0) this.#idle = setTimeout(() => void this.stop(), IDLE_MILLISECONDS).unref()
    })
    return worker
  }
}
