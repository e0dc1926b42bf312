import type { FastifyReply } from 'fastify'
import { Problem } from '../http/problem.ts'
import { SHEET_FORMATS, SHEET_TYPES, type SheetFormat } from './write.ts'

export function readSheetFormat(text: string | undefined): SheetFormat {
  const format = text ?? 'xlsx'
  if (format !== 'xlsx' && format !== 'csv')
    throw new Problem(400, 'sheet_format_unknown', { field: 'format' }, { known: SHEET_FORMATS.join(', ') })
  return format
}

/** @param name without its ending */
export function sendSheet(reply: FastifyReply, format: SheetFormat, name: string, bytes: Buffer): FastifyReply {
  return reply
    .header('content-type', SHEET_TYPES[format])
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}.${format}`)
    .header('cache-control', 'no-store')
    .send(bytes)
}
