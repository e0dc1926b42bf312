// Steps on their way to the server: in order, one at a time, and kept until it has them. A page that is closed with some still
// waiting finds them again when the plan is next opened on this device.
import { sendJson } from '../../api/client.ts'
import { Problem } from '../../api/problem.ts'
import type { Outbox, Sending } from './outbox.ts'

export interface SenderEvents {
  readonly waiting: (count: number, offline: boolean) => void
  /** The server says no; what had been waiting behind it is gone, too. */
  readonly refused: (problem: Problem) => void
  /** Somebody else has changed the plan, or an answer was lost: compare with what the server has. */
  readonly changed: () => void
}

export interface Sender {
  add: (sending: Sending) => void
  version: () => number
  /** Another write has raised the plan's version. */
  setVersion: (version: number) => void
  isIdle: () => boolean
  outbox: () => Outbox
  restart: (outbox: Outbox) => void
  /** The server is not to be reached; it is tried again by and by. */
  retryLater: () => void
  end: () => void
}

const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 15_000

export function createSender(plan: number, start: Outbox, events: SenderEvents): Sender {
  let { version } = start
  let queue = [...start.waiting]
  let busy = false
  let ended = false
  let offline = false
  let pause = FIRST_PAUSE_MS
  let timer: ReturnType<typeof setTimeout> | undefined

  const report = () => {
    keepOutbox(plan, { version, waiting: queue })
    events.waiting(queue.length, offline)
  }
  const send = async () => {
    if (busy || ended || queue.length === 0) return
    busy = true
    clearTimeout(timer)
    const [first] = queue
    try {
      const answer = await post(plan, first!, version)
      version = answer.version
      queue = queue.slice(1)
      offline = false
      pause = FIRST_PAUSE_MS
      busy = false
      if (!ended) report()
      void send()
    } catch (error) {
      busy = false
      if (!ended) failed(error instanceof Problem ? error : new Problem(0, 'unreachable'))
    }
  }
  const failed = (problem: Problem) => {
    if (problem.status === 412) return events.changed()
    if (problem.status >= 400 && problem.status < 500) {
      queue = []
      report()
      return events.refused(problem)
    }
    retryLater()
  }
  const retryLater = () => {
    offline = true
    report()
    clearTimeout(timer)
    timer = setTimeout(retry, pause)
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
  }
  const retry = () => {
    // The answer to the last attempt may have been lost on the way, and the attempt not.
    clearTimeout(timer)
    if (queue.length > 0 && !busy) events.changed()
  }
  const online = () => {
    if (offline) retry()
  }
  window.addEventListener('online', online)
  report()
  void send()

  return {
    add: (sending) => {
      queue = [...queue, sending]
      report()
      // Behind one that could not be sent, it waits its turn.
      if (!offline) void send()
    },
    version: () => version,
    setVersion: (next) => {
      version = next
      report()
    },
    isIdle: () => queue.length === 0,
    outbox: () => ({ version, waiting: queue }),
    retryLater,
    restart: (outbox) => {
      version = outbox.version
      queue = [...outbox.waiting]
      offline = false
      report()
      void send()
    },
    end: () => {
      ended = true
      clearTimeout(timer)
      window.removeEventListener('online', online)
    },
  }
}

function post(plan: number, sending: Sending, version: number): Promise<{ version: number }> {
  const path = sending.kind === 'step' ? 'steps' : sending.kind
  const body = sending.kind === 'step' ? { edits: sending.edits } : {}
  return sendJson('POST', `/api/plans/${plan}/${path}`, { body, version })
}

const place = (plan: number) => `jiangli.plan.${plan}`

function keepOutbox(plan: number, outbox: Outbox): void {
  try {
    if (outbox.waiting.length === 0) localStorage.removeItem(place(plan))
    else localStorage.setItem(place(plan), JSON.stringify(outbox))
  } catch {
    // Storage may be forbidden or full; then they wait as long as the page.
  }
}

export function keptOutbox(plan: number): Outbox | null {
  try {
    return JSON.parse(localStorage.getItem(place(plan)) ?? 'null') as Outbox | null
  } catch {
    return null
  }
}
