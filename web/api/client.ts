import { hearFrom } from '../offline/source.ts'
import { door } from './door.ts'
import { Problem, readProblem } from './problem.ts'

/** Longer than the slowest honest answer; a server that hangs is a failure to be shown, not waited for. */
const TIMEOUT_MS = 30_000
/** For what honestly takes long. */
const LONG_TIMEOUT_MS = 10 * 60_000
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

/** Sends a form with a file, and gets JSON. @param timeout ms; as a rule as long as it takes the server */
export const sendForm = <T>(path: string, form: FormData, signal?: AbortSignal, timeout = LONG_TIMEOUT_MS): Promise<T> =>
  ask<T>(path, { method: 'POST', body: form }, signal, { ...JSON_ANSWER, timeout })

export interface ReadFile {
  readonly blob: Blob
  /** What the server calls it. */
  readonly name: string | null
}

/** Gets a file, which may take the server as long as it takes. */
export const getFile = (path: string, signal: AbortSignal): Promise<ReadFile> => ask(path, {}, signal, FILE)

interface Reading {
  readonly timeout: number
  readonly accept: string
  readonly read: (response: Response) => Promise<unknown>
}

const JSON_ANSWER: Reading = {
  timeout: TIMEOUT_MS,
  accept: 'application/json, application/geo+json',
  read: async (response) => (response.status === 204 ? undefined : response.json()),
}
const FILE: Reading = {
  timeout: LONG_TIMEOUT_MS,
  accept: '*/*',
  read: async (response) => {
    const [, name] = /filename\*=UTF-8''([^;]+)/i.exec(response.headers.get('content-disposition') ?? '') ?? []
    return { blob: await response.blob(), name: name ? decodeURIComponent(name) : null }
  },
}

/** A request that nobody was signed in for is sent again after somebody has: the gate refused it before it did anything. */
async function ask<T>(path: string, init: RequestInit, signal?: AbortSignal, reading = JSON_ANSWER): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return (await once(path, init, signal, reading)) as T
    } catch (error) {
      const again = error instanceof Problem && attempt < ATTEMPTS && (await orAborted(door.opensAfter(error), signal))
      if (!again) throw error
    }
  }
}

async function once(
  path: string,
  init: RequestInit,
  signal: AbortSignal | undefined,
  { timeout, accept, read }: Reading,
): Promise<unknown> {
  const ending = new AbortController()
  let late = false
  const timer = setTimeout(() => {
    late = true
    ending.abort()
  }, timeout)
  const leave = () => ending.abort()
  signal?.addEventListener('abort', leave)
  try {
    const response = await fetch(path, { ...init, headers: headersOf(init, accept), signal: ending.signal })
    hearFrom(response)
    if (!response.ok) throw await readProblem(response)
    return await read(response)
  } catch (error) {
    if (signal?.aborted || error instanceof Problem) throw error
    throw new Problem(0, late ? 'timeout' : 'unreachable')
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', leave)
  }
}

const headersOf = ({ method, headers }: RequestInit, accept: string) => ({
  ...(headers as Record<string, string>),
  accept,
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
