/** The thread in which sheets are drawn: a large one takes seconds, in which nobody else should wait. */
import { parentPort } from 'node:worker_threads'
import { drawSheet } from './draw_sheet.ts'
import type { DrawAnswer, DrawRequest } from './thread.ts'

const port = parentPort!

// One after another: two at once would only take twice the memory.
let last = Promise.resolve()
port.on('message', ({ id, content }: DrawRequest) => {
  last = last.then(async () => port.postMessage(await answer(id, content)))
})

async function answer(id: number, content: DrawRequest['content']): Promise<DrawAnswer> {
  try {
    return { id, bytes: await drawSheet(content) }
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
