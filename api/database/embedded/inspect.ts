/**
 * Looks at a database's files before the database is started on them: PGlite says of all damage only that it "failed to
 * initialize", and by then it has written to some of the files.
 */
import { open, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** pg_control.h of PostgreSQL 18: PG_CONTROL_FILE_SIZE, PG_CONTROL_VERSION and where the fields lie on a 32-bit machine. */
const CONTROL = { bytes: 8192, version: 1800, versionAt: 8, redoAt: 40, timelineAt: 48, checksumAt: 292 } as const
/** xlog_internal.h: XLOG_PAGE_MAGIC of PostgreSQL 18; PGlite has the standard size of segments. */
const WAL = { bytes: 16 * 2 ** 20, magic: 0xd118 } as const
const FOLDERS = ['base', 'global', 'pg_wal', 'pg_xact', 'pg_multixact', 'pg_logical'] as const
const FILES = [
  'postgresql.conf',
  'global/pg_filenode.map',
  'base/1/PG_VERSION',
  'base/1/pg_filenode.map',
  'base/5/PG_VERSION',
  'base/5/pg_filenode.map',
] as const

/** What is wrong with the files, in words for the person who has to mend it; undefined where nothing is seen. */
export async function findDamage(database: string): Promise<string | undefined> {
  const size = async (part: string) => (await stat(join(database, part)).catch(() => undefined))?.size
  for (const part of FOLDERS) if ((await size(part)) === undefined) return `database/${part} is missing`
  for (const part of FILES) if (!(await size(part))) return `database/${part} is missing or empty`
  // A process killed while it begins a new file leaves that one empty; the others are not.
  const commits = await Promise.all((await readdir(join(database, 'pg_xact'))).map((name) => size(`pg_xact/${name}`)))
  if (!commits.some((bytes) => bytes)) return 'database/pg_xact is empty'

  const control = await readFile(join(database, 'global', 'pg_control')).catch(() => undefined)
  if (control?.length !== CONTROL.bytes) return 'database/global/pg_control is missing or cut short'
  const sum = crc32c(control.subarray(0, CONTROL.checksumAt))
  if (control.readUInt32LE(CONTROL.versionAt) !== CONTROL.version || control.readUInt32LE(CONTROL.checksumAt) !== sum)
    return 'database/global/pg_control does not have its checksum'

  const segment = segmentName(control.readUInt32LE(CONTROL.timelineAt), control.readBigUInt64LE(CONTROL.redoAt))
  if ((await size(`pg_wal/${segment}`)) !== WAL.bytes) return `database/pg_wal/${segment} is missing or cut short`
  return (await beginsWith(join(database, 'pg_wal', segment), WAL.magic))
    ? undefined
    : `database/pg_wal/${segment} is not a write-ahead log`
}

async function beginsWith(path: string, magic: number): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0)
    return buffer.readUInt16LE(0) === magic
  } finally {
    await file.close()
  }
}

/** The file of the write-ahead log from which the database would recover. */
function segmentName(timeline: number, redo: bigint): string {
  const number = redo / BigInt(WAL.bytes)
  const each = 2n ** 32n / BigInt(WAL.bytes)
  return [BigInt(timeline), number / each, number % each].map((part) => part.toString(16).toUpperCase().padStart(8, '0')).join('')
}

/** CRC-32C (Castagnoli), reflected, as PostgreSQL computes it. */
function crc32c(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0x82f63b78 : 0)
  }
  return (sum ^ 0xffffffff) >>> 0
}
