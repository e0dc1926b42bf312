// A patrol while it is walked, in the browser's own database: every position is on the disk before the next one comes, so that a
// closed page or an empty battery loses seconds.
import type { StoredPatrol, TrackPoint } from './track.ts'

const NAME = 'jiangli-patrol'
const PATROLS = 'patrols'
const POINTS = 'points'

let opening: Promise<IDBDatabase | null> | undefined

function open(): Promise<IDBDatabase | null> {
  opening ??= new Promise((resolve) => {
    try {
      const request = indexedDB.open(NAME, 1)
      request.onupgradeneeded = () => {
        request.result.createObjectStore(PATROLS, { keyPath: 'client_id' })
        request.result.createObjectStore(POINTS)
      }
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => resolve(null)
    } catch {
      resolve(null)
    }
  })
  return opening
}

/** Runs a transaction to its end: only then is anything on the disk. False where this browser keeps nothing. */
async function write(work: (transaction: IDBTransaction) => void): Promise<boolean> {
  const database = await open()
  if (!database) return false
  try {
    const transaction = database.transaction([PATROLS, POINTS], 'readwrite')
    work(transaction)
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error)
    })
    return true
  } catch {
    return false
  }
}

const answered = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

const pointsOf = (client_id: string): IDBKeyRange => IDBKeyRange.bound([client_id, 0], [client_id, Number.MAX_SAFE_INTEGER])

export const writePatrol = (patrol: StoredPatrol): Promise<boolean> =>
  write((transaction) => void transaction.objectStore(PATROLS).put(patrol))

/** @param number its place in the track */
export const writePoint = (client_id: string, number: number, point: TrackPoint): Promise<boolean> =>
  write((transaction) => void transaction.objectStore(POINTS).put(point, [client_id, number]))

export const deletePatrol = (client_id: string): Promise<boolean> =>
  write((transaction) => {
    transaction.objectStore(PATROLS).delete(client_id)
    transaction.objectStore(POINTS).delete(pointsOf(client_id))
  })

export interface FoundPatrol {
  readonly patrol: StoredPatrol
  readonly points: readonly TrackPoint[]
  /** The number of the next point: where one could not be written, it is more than there are. */
  readonly next: number
}

/** The patrol of an account that was not handed in; of several the latest. */
export async function readPatrol(account: number): Promise<FoundPatrol | undefined> {
  try {
    const database = await open()
    if (!database) return undefined
    const all = await answered<StoredPatrol[]>(database.transaction(PATROLS).objectStore(PATROLS).getAll())
    const own = all.filter((each) => each.account === account)
    const patrol = own.sort((one, other) => one.started_at.localeCompare(other.started_at)).at(-1)
    if (!patrol) return undefined
    const store = database.transaction(POINTS).objectStore(POINTS)
    const range = pointsOf(patrol.client_id)
    const [points, keys] = await Promise.all([
      answered<TrackPoint[]>(store.getAll(range)),
      answered(store.getAllKeys(range)) as Promise<[string, number][]>,
    ])
    return { patrol, points, next: (keys.at(-1)?.[1] ?? -1) + 1 }
  } catch {
    return undefined
  }
}
