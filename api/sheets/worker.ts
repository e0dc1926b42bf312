/** The thread in which files are made: a large sheet takes seconds, in which nobody else should wait. */
import { parentPort } from 'node:worker_threads'
import { drawIncident } from '../prints/incident/draw_incident.ts'
import { drawPoster } from '../prints/poster/draw_poster.ts'
import { makeReportBook } from '../prints/report/book.ts'
import { drawReport } from '../prints/report/draw_report.ts'
import { drawSignboard } from '../prints/rivers/signboard/draw_signboard.ts'
import { drawBook } from '../prints/water_book/draw_book.ts'
import { makeDocument } from './document.ts'
import { drawSheet } from './draw_sheet.ts'
import type { FileAnswer, FileRequest, Wanted } from './thread.ts'
import { makeWorkbook } from './workbook.ts'

const port = parentPort!

// One after another: two at once would only take twice the memory.
let last = Promise.resolve()
port.on('message', (request: FileRequest) => {
  last = last.then(async () => port.postMessage(await answer(request)))
})

async function answer({ id, ...wanted }: FileRequest): Promise<FileAnswer> {
  try {
    return { id, bytes: await make(wanted) }
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

function make(wanted: Wanted): Promise<Buffer> {
  if ('workbook' in wanted) return makeWorkbook(wanted.workbook)
  if ('waterBook' in wanted) return makeDocument(wanted.waterBook.plate, (pen) => drawBook(pen, wanted.waterBook))
  if ('poster' in wanted) return makeDocument(wanted.poster.plate, (pen) => drawPoster(pen, wanted.poster))
  if ('incident' in wanted) return makeDocument(wanted.incident.plate, (pen) => drawIncident(pen, wanted.incident))
  if ('signboard' in wanted) return makeDocument(wanted.signboard.plate, (pen) => drawSignboard(pen, wanted.signboard))
  if ('report' in wanted) return makeDocument(wanted.report, (pen) => drawReport(pen, wanted.report))
  if ('reportBook' in wanted) return makeReportBook(wanted.reportBook)
  return makeDocument(wanted.sheet, (pen) => drawSheet(pen, wanted.sheet))
}
