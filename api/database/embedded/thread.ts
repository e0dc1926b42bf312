import { Worker } from 'node:worker_threads'
import { DatabaseError } from '../database.ts'
import type { Answer, Request } from './protocol.ts'

type Unsent<R> = R extends unknown ? Omit<R, 'id'> : never

export interface Thread {
  /** Resolves to the rows. Rejects with the database's error, or when the thread has ended. */
  ask(request: Unsent<Request>): Promise<unknown[]>
  onNotification(heard: (channel: string, payload: string) => void): void
  end(): Promise<void>
}

/** Starts the thread on a folder and resolves when the database is open. Rejects with what kept it from opening. */
export async function startThread(folder: string): Promise<Thread> {
  const worker = new Worker(new URL('./worker.mjs', import.meta.url), {
    workerData: { folder },
    stdout: true,
    stderr: true,
  })
  const said = collectOutput(worker)
  const waiting = new Map<number, { resolve: (rows: unknown[]) => void; reject: (error: Error) => void }>()
  let nextId = 1
  let ended: Error | undefined
  let notify: (channel: string, payload: string) => void = () => {}

  await new Promise<void>((resolve, reject) => {
    const fail = (error: Error) => {
      ended ??= error
      reject(ended)
      for (const { reject: rejectOne } of waiting.values()) rejectOne(ended)
      waiting.clear()
    }
    worker.on('error', (error) => fail(new Error([error.message, ...said()].join('\n'))))
    worker.on('exit', (code) => fail(new Error([`the embedded database ended (exit code ${code})`, ...said()].join('\n'))))
    worker.on('message', (answer: Answer) => {
      if ('ready' in answer) return resolve()
      if ('channel' in answer) return notify(answer.channel, answer.payload)
      const asker = waiting.get(answer.id)
      waiting.delete(answer.id)
      if ('error' in answer) asker?.reject(new DatabaseError(answer.error))
      else asker?.resolve(answer.rows)
    })
  })

  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(ended)
        const id = nextId++
        waiting.set(id, { resolve, reject })
        worker.postMessage({ ...request, id } as Request)
      }),
    onNotification: (heard) => {
      notify = heard
    },
    end: async () => {
      ended ??= new Error('the embedded database is closed')
      await worker.terminate()
    },
  }
}

/** PostgreSQL writes its reasons to standard error: kept for the report, not mixed into the server's own log. */
function collectOutput(worker: Worker): () => string[] {
  const lines: string[] = []
  for (const stream of [worker.stdout, worker.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      lines.push(...chunk.split('\n').filter((line) => line.trim() !== ''))
      lines.splice(0, lines.length - 20)
    })
  }
  return () => lines.map((line) => line.slice(0, 300))
}
