import { Problem, readProblem } from './problem.ts'

/** Longer than the slowest honest answer; a server that hangs is a failure to be shown, not waited for. */
const TIMEOUT_MS = 30_000

/** Gets JSON from the server. `<html lang>` says in which language its sentences should be. */
export async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  const ending = new AbortController()
  let late = false
  const timer = setTimeout(() => {
    late = true
    ending.abort()
  }, TIMEOUT_MS)
  const leave = () => ending.abort()
  signal?.addEventListener('abort', leave)
  try {
    const response = await fetch(path, {
      headers: { accept: 'application/json, application/geo+json', 'accept-language': document.documentElement.lang },
      signal: ending.signal,
    })
    if (!response.ok) throw await readProblem(response)
    return (await response.json()) as T
  } catch (error) {
    if (signal?.aborted || error instanceof Problem) throw error
    throw new Problem(0, late ? 'timeout' : 'unreachable')
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', leave)
  }
}
