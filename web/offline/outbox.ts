// What is entered in the field and waits for a network: kept on the device, sent by itself, shown until it has arrived or was refused.
// It knows nothing of what it sends: each kind brings its own sender.
import { create } from 'zustand'
import { useWorker } from '../access/session.ts'
import { Problem } from '../api/problem.ts'
import { useConsole } from '../state/store.ts'
import type { Entry } from './entry.ts'
import { deleteEntry, readEntries, writeEntry } from './outbox_store.ts'

export interface Sent {
  /** How far it came, for the next time. Null as long as the words have not arrived. */
  readonly progress: unknown
  /** What it says from now on, where something was settled on the way. */
  readonly body?: unknown
  readonly isDone: boolean
}

/**
 * Sends the next piece of an entry: pieces, so that the photos of one hold up nobody else's first word. Rejects with a Problem: what the
 * server refuses is refused, all else waits for better times.
 */
export type Sender = (entry: Entry) => Promise<Sent>

/** Fetched as soon as the outbox runs: without a network they could not be. Whoever brings a new kind adds it here. */
const SENDERS = {
  damage_report: async () => (await import('../damage/report/send.ts')).sendDamageReport,
  field_mark: async () => (await import('../emergency/send_mark.ts')).sendMark,
  road_closure: async () => (await import('../emergency/closing.ts')).sendClosure,
  case_report: async () => (await import('../cases/report/send.ts')).sendCaseReport,
  case_step: async () => (await import('../cases/field/send_step.ts')).sendCaseStep,
  river_patrol: async () => (await import('../rivers/patrol/send.ts')).sendPatrol,
} satisfies Readonly<Record<Entry['kind'], () => Promise<Sender>>>

interface Outbox {
  /** Of whoever is signed in, the latest first. */
  readonly entries: readonly Entry[]
  /** False where this device keeps nothing (a private window): what waits is lost with the page. */
  readonly isKept: boolean
  readonly isSending: boolean
}

export const useOutbox = create<Outbox>()(() => ({ entries: [], isKept: true, isSending: false }))

const KEPT_DAYS = 7
const FIRST_DELAY_MS = 2_000
const LONGEST_DELAY_MS = 60_000

/** Other windows of the same browser see the same. */
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('jiangli-outbox')

/** Keeps it, and sends it as soon as that can be done. Resolves when it is safe. */
export async function putIntoOutbox(entry: Pick<Entry, 'id' | 'kind' | 'noted_at' | 'body' | 'files'>): Promise<void> {
  const account = useWorker.getState().account!.id
  await change({ ...entry, account, state: 'waiting', progress: null, reason: null, changed_at: new Date().toISOString() })
  void sendOutbox()
}

/** Takes it off the list: what was sent stays sent, what was refused is given up. */
export async function dropFromOutbox(id: string): Promise<void> {
  await deleteEntry(id)
  await reload()
  channel?.postMessage('changed')
}

async function change(entry: Entry): Promise<void> {
  const isKept = await writeEntry(entry)
  useOutbox.setState({ isKept })
  await reload()
  channel?.postMessage('changed')
}

async function reload(): Promise<void> {
  const account = useWorker.getState().account?.id
  const entries = (await readEntries()).filter((entry) => entry.account === account)
  useOutbox.setState({ entries: entries.sort((one, other) => other.noted_at.localeCompare(one.noted_at)) })
}

let delay = FIRST_DELAY_MS
let timer: number | undefined
let again = false

/** Sends what waits in the order in which it was noted, what was said before photos. Called once more while it works, it looks once more. */
export async function sendOutbox(): Promise<void> {
  if (useOutbox.getState().isSending) {
    again = true
    return
  }
  clearTimeout(timer)
  useOutbox.setState({ isSending: true })
  try {
    await alone(async () => {
      do {
        again = false
        await sendAll()
      } while (again)
    })
  } finally {
    useOutbox.setState({ isSending: false })
  }
  if (!useOutbox.getState().entries.some(({ state }) => state === 'waiting')) return
  timer = window.setTimeout(() => void sendOutbox(), delay)
  delay = Math.min(delay * 2, LONGEST_DELAY_MS)
}

/** One window at a time, where the browser can tell; elsewhere the server counts once what comes twice. */
const alone = (work: () => Promise<void>): Promise<unknown> =>
  navigator.locks ? navigator.locks.request('jiangli-outbox', work) : work()

/** A piece of whatever comes next, read anew each time: more may have been noted, or somebody else may have signed in. */
async function sendAll(): Promise<void> {
  const tried = new Set<string>()
  for (;;) {
    await reload()
    const waiting = useOutbox.getState().entries.filter(({ id, state }) => state === 'waiting' && !tried.has(id))
    const entry = waiting.findLast(({ progress }) => progress === null) ?? waiting.at(-1)
    if (!entry) return
    const problem = await sendPiece(entry)
    // The others would not reach the server either.
    if (problem?.status === 0) return
    if (problem) tried.add(entry.id)
    delay = FIRST_DELAY_MS
  }
}

async function sendPiece(entry: Entry): Promise<Problem | null> {
  const save = (changes: Partial<Entry>) => change({ ...entry, ...changes, changed_at: new Date().toISOString() })
  try {
    const send = await SENDERS[entry.kind]()
    const { progress, isDone, body = entry.body } = await send(entry)
    await save(isDone ? { progress, body, state: 'sent', reason: null, files: [] } : { progress, body })
    return null
  } catch (error) {
    const problem =
      error instanceof Problem ? error : new Problem(0, 'failed', error instanceof Error ? error.message : undefined)
    const reason = { code: problem.code, detail: problem.detail ?? null }
    await save(isRefusal(problem) ? { state: 'refused', reason } : { reason })
    return problem
  }
}

/** Session ended, too early, too often: that passes. What else the server says against it stays said. */
const PASSING = [401, 408, 425, 429]
const isRefusal = ({ status, code }: Problem): boolean =>
  status >= 400 && status < 500 && !PASSING.includes(status) && code !== 'csrf_missing' && code !== 'password_change_required'

/** Tries one more time what was refused: perhaps the reason has passed, or `body` says it so that there is none. */
export async function retryRefused(id: string, body?: unknown): Promise<void> {
  const entry = useOutbox.getState().entries.find((each) => each.id === id)
  if (entry?.state === 'refused') await change({ ...entry, body: body ?? entry.body, state: 'waiting', reason: null })
  void sendOutbox()
}

/** For as long as somebody is signed in: sends when there is hope again. Returns the way to stop. */
export function runOutbox(): () => void {
  const hope = () => {
    delay = FIRST_DELAY_MS
    void sendOutbox()
  }
  const heard = () => void reload()
  for (const fetchSender of Object.values(SENDERS)) fetchSender().catch(() => {})
  const stopWatching = useConsole.subscribe(({ live }, before) => {
    if (live === 'live' && before.live !== 'live') hope()
  })
  window.addEventListener('online', hope)
  channel?.addEventListener('message', heard)
  void forgetOld().then(hope)
  return () => {
    clearTimeout(timer)
    stopWatching()
    window.removeEventListener('online', hope)
    channel?.removeEventListener('message', heard)
  }
}

async function forgetOld(): Promise<void> {
  const before = new Date(Date.now() - KEPT_DAYS * 86_400_000).toISOString()
  for (const { id, state, changed_at } of await readEntries()) if (state === 'sent' && changed_at < before) await deleteEntry(id)
}
