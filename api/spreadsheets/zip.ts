/** Workbooks are ZIP archives, and an archive of a few kilobytes can hold gigabytes: what one says it holds is checked, then kept to. */
import { type UnzipFileInfo, unzipSync, zipSync } from 'fflate'
import { Problem } from '../http/problem.ts'

const MAXIMUM_ENTRIES = 2000
const MAXIMUM_BYTES = 60 * 1024 * 1024
/** Of sheets and texts; an office program reaches ten to twenty. */
const MAXIMUM_RATIO = 200

/** The same workbook without compression, so that reading it can unpack nothing more. */
export function unpackWorkbook(bytes: Uint8Array): Uint8Array {
  let entries = 0
  let total = 0
  const check = ({ size, originalSize }: UnzipFileInfo): boolean => {
    entries += 1
    total += originalSize
    if (entries > MAXIMUM_ENTRIES || total > MAXIMUM_BYTES || originalSize > 10_000 + size * MAXIMUM_RATIO)
      throw new Problem(422, 'workbook_bomb')
    return true
  }
  try {
    const files = unzipSync(bytes, { filter: check })
    if (!files['xl/workbook.xml']) throw new Problem(415, 'file_type_unsupported')
    return zipSync(files, { level: 0 })
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem(422, 'file_damaged')
  }
}
