/** The thread in which files are made: a large sheet takes seconds, in which nobody else should wait. */
import { parentPort } from 'node:worker_threads'
import { drawSheet } from './draw_sheet.ts'
import type { FileAnswer, FileRequest } from './thread.ts'
import { makeWorkbook } from './workbook.ts'

const port = parentPort!

// One after another: two at once would only take twice the memory.
let last = Promise.resolve()
port.on('message', (request: FileRequest) => {
  last = last.then(async () => port.postMessage(await answer(request)))
})

async function answer({ id, ...wanted }: FileRequest): Promise<FileAnswer> {
  try {
    return { id, bytes: 'sheet' in wanted ? await drawSheet(wanted.sheet) : await makeWorkbook(wanted.workbook) }
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
