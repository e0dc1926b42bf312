import { readFileSync } from 'node:fs'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DataFolderError } from './folder.ts'

interface Owner {
  readonly pid: number
  /** Tells the process from a later one that got the same number. */
  readonly started: string
}

/**
 * Marks the folder as used by this process. Throws `data_folder_in_use` while another living process has it; what a killed
 * process left behind is taken over. Resolves to a function that gives the folder free.
 */
export async function claim(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'lock.json')
  const self: Owner = { pid: process.pid, started: startOf(process.pid) ?? '' }
  for (let attempt = 0; attempt < 5; attempt++) {
    if (await writeNew(folder, path, JSON.stringify(self))) return () => rm(path, { force: true })
    const text = await readFile(path, 'utf8').catch(() => '')
    const owner = parse(text)
    if (owner && isAlive(owner)) throw new DataFolderError('data_folder_in_use', folder, `process ${owner.pid}`)
    await discard(path, text)
  }
  throw new DataFolderError('data_folder_in_use', folder, 'another process keeps claiming it')
}

async function writeNew(folder: string, path: string, text: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx')
    await file.writeFile(text)
    await file.close()
    return true
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    throw new DataFolderError('data_folder_unusable', folder, message)
  }
}

/** Two starts may find the same dead lock: the rename lets one win, and gives back what was not the dead one. */
async function discard(path: string, dead: string): Promise<void> {
  const aside = `${path}.${process.pid}`
  try {
    await rename(path, aside)
  } catch {
    return
  }
  const taken = await readFile(aside, 'utf8')
  if (taken === dead) await rm(aside, { force: true })
  else await rename(aside, path)
}

function parse(text: string): Owner | undefined {
  try {
    const { pid, started } = JSON.parse(text)
    return Number.isInteger(pid) ? { pid, started } : undefined
  } catch {
    return undefined
  }
}

function isAlive({ pid, started }: Owner): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  const now = startOf(pid)
  return now === undefined || now === started
}

/**
 * When a process started, in clock ticks since boot (proc(5), field 22), with the boot's id; undefined where there is no /proc.
 * "ended" for one that is dead and only waits for its parent to take note: in containers that may take for ever.
 */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' || fields[0] === 'X' ? 'ended' : `${boot} ${fields[19]}`
  } catch {
    return undefined
  }
}
