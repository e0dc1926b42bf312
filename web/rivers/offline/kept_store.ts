// Answers of the server that must be at hand without a network, in the browser's own database, by account and address.
export interface Kept<Body = unknown> {
  readonly account: number
  readonly path: string
  /** By this device's clock, milliseconds. */
  readonly at: number
  readonly body: Body
}

const NAME = 'jiangli-rivers'
const STORE = 'answers'
/** A chief has a handful of segments; an office that looks through hundreds needs those of last. */
const MOST = 120

let opening: Promise<IDBDatabase | null> | undefined

function open(): Promise<IDBDatabase | null> {
  opening ??= new Promise((resolve) => {
    try {
      const request = indexedDB.open(NAME, 1)
      request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: ['account', 'path'] })
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => resolve(null)
    } catch {
      resolve(null)
    }
  })
  return opening
}

const answered = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/** Undefined where nothing was kept, or this browser keeps nothing. */
export async function readKept<Body>(account: number, path: string): Promise<Kept<Body> | undefined> {
  try {
    const database = await open()
    if (!database) return undefined
    return await answered<Kept<Body> | undefined>(database.transaction(STORE).objectStore(STORE).get([account, path]))
  } catch {
    return undefined
  }
}

/** What can't be kept is not: the answer itself has arrived all the same. */
export async function writeKept(kept: Kept): Promise<void> {
  try {
    const store = (await open())?.transaction(STORE, 'readwrite').objectStore(STORE)
    if (!store) return
    await answered(store.put(kept))
    const all = await answered<Kept[]>(store.getAll())
    const old = all.sort((one, other) => other.at - one.at).slice(MOST)
    for (const { account, path } of old) store.delete([account, path])
  } catch {
    // Full, or private.
  }
}

/** What one account may see is not for the next on the same device. @param account null is nobody: all goes */
export async function forgetOthers(account: number | null): Promise<void> {
  try {
    const store = (await open())?.transaction(STORE, 'readwrite').objectStore(STORE)
    if (!store) return
    const keys = (await answered(store.getAllKeys())) as [number, string][]
    for (const key of keys) if (key[0] !== account) store.delete(key)
  } catch {
    // Nothing was kept.
  }
}
