import { door } from './door.ts'
import { Problem, readProblem } from './problem.ts'

/** Longer than the slowest honest answer; a server that hangs is a failure to be shown, not waited for. */
const TIMEOUT_MS = 30_000
/** A token that has just been renewed and is refused again will not get better. */
const ATTEMPTS = 3

/** Gets JSON from the server. `<html lang>` says in which language its sentences should be. */
export const getJson = <T>(path: string, signal?: AbortSignal): Promise<T> => ask<T>(path, {}, signal)

export interface Write {
  readonly body?: unknown
  /** The version of the record that was seen: where somebody has changed it since, the answer is 412. */
  readonly version?: number
}

/** Writes, and gets the answer: JSON, or undefined where there is none. */
export const sendJson = <T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, { body, version }: Write = {}) =>
  ask<T>(path, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(version !== undefined && { 'if-match': `"${version}"` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })

/** A request that nobody was signed in for is sent again after somebody has: the gate refused it before it did anything. */
async function ask<T>(path: string, init: RequestInit, signal?: AbortSignal): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once<T>(path, init, signal)
    } catch (error) {
      const again = error instanceof Problem && attempt < ATTEMPTS && (await orAborted(door.opensAfter(error), signal))
      if (!again) throw error
    }
  }
}

async function once<T>(path: string, init: RequestInit, signal?: AbortSignal): Promise<T> {
  const ending = new AbortController()
  let late = false
  const timer = setTimeout(() => {
    late = true
    ending.abort()
  }, TIMEOUT_MS)
  const leave = () => ending.abort()
  signal?.addEventListener('abort', leave)
  try {
    const response = await fetch(path, { ...init, headers: headersOf(init), signal: ending.signal })
    if (!response.ok) throw await readProblem(response)
    return response.status === 204 ? (undefined as T) : ((await response.json()) as T)
  } catch (error) {
    if (signal?.aborted || error instanceof Problem) throw error
    throw new Problem(0, late ? 'timeout' : 'unreachable')
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', leave)
  }
}

const headersOf = ({ method, headers }: RequestInit) => ({
  ...(headers as Record<string, string>),
  accept: 'application/json, application/geo+json',
  'accept-language': document.documentElement.lang,
  ...(method && door.csrfToken && { 'x-csrf-token': door.csrfToken }),
})

const orAborted = (waiting: Promise<boolean>, signal?: AbortSignal): Promise<boolean> =>
  signal
    ? Promise.race([
        waiting,
        new Promise<boolean>((resolve) => signal.addEventListener('abort', () => resolve(false), { once: true })),
      ])
    : waiting
