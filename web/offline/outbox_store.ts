// Where the outbox is kept: in the browser's own database, which outlives the page; in memory where there is none.
import type { Entry } from './entry.ts'

const NAME = 'jiangli-outbox'
const STORE = 'entries'

const memory = new Map<string, Entry>()
let opening: Promise<IDBDatabase | null> | undefined

function open(): Promise<IDBDatabase | null> {
  opening ??= new Promise((resolve) => {
    try {
      const request = indexedDB.open(NAME, 1)
      request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' })
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => resolve(null)
    } catch {
      resolve(null)
    }
  })
  return opening
}

function done<Result>(request: IDBRequest<Result>): Promise<Result> {
  const { transaction } = request
  return new Promise((resolve, reject) => {
    // Only a finished transaction is on the disk.
    transaction!.oncomplete = () => resolve(request.result)
    transaction!.onabort = () => reject(transaction!.error)
  })
}

/** False where it is kept in memory only. */
export async function writeEntry(entry: Entry): Promise<boolean> {
  const database = await open()
  try {
    if (!database) throw new Error('no database')
    await done(database.transaction(STORE, 'readwrite').objectStore(STORE).put(entry))
    memory.delete(entry.id)
    return true
  } catch {
    memory.set(entry.id, entry)
    return false
  }
}

export async function deleteEntry(id: string): Promise<void> {
  memory.delete(id)
  const database = await open()
  if (database) await done(database.transaction(STORE, 'readwrite').objectStore(STORE).delete(id))
}

export async function readEntries(): Promise<Entry[]> {
  const database = await open()
  const kept = database ? await done<Entry[]>(database.transaction(STORE).objectStore(STORE).getAll()) : []
  return [...kept.filter(({ id }) => !memory.has(id)), ...memory.values()]
}
