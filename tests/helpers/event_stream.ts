// A reader of /api/events: what was told, when, and whether the stream has ended.
import { setTimeout as sleep } from 'node:timers/promises'

export interface EventStream {
  /** Tokens by layer, one entry for each event, in the order in which they came. */
  readonly events: Readonly<Record<string, string>>[]
  /** Resolves to the first event from now on, or among those already told after the first `skip`, for which `right` holds. */
  wait(
    right: (event: Readonly<Record<string, string>>) => boolean,
    skip?: number,
    withinMs?: number,
  ): Promise<Record<string, string>>
  /** Resolves when the server ends the stream. */
  readonly ended: Promise<void>
  close(): void
}

/** Opens the stream as who these headers say, and waits for its first event, the state of every layer. */
export async function openEvents(url: string, headers: Record<string, string>): Promise<EventStream> {
  const abort = new AbortController()
  const response = await fetch(`${url}/api/events`, { signal: abort.signal, headers })
  if (response.status !== 200) throw new Error(`events answered ${response.status}`)
  const events: Record<string, string>[] = []
  const ended = read(response, (data) => events.push(JSON.parse(data))).catch(() => {})
  const wait: EventStream['wait'] = async (right, skip = 0, withinMs = 10_000) => {
    const deadline = Date.now() + withinMs
    while (Date.now() < deadline) {
      const event = events.slice(skip).find(right)
      if (event) return event
      await sleep(5)
    }
    throw new Error(`no such event within ${withinMs} ms; told: ${JSON.stringify(events.slice(1)).slice(0, 500)}`)
  }
  await wait(() => true)
  return { events, wait, ended, close: () => abort.abort() }
}

async function read(response: Response, told: (data: string) => void): Promise<void> {
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of response.body!) {
    text += decoder.decode(chunk as Uint8Array, { stream: true })
    const blocks = text.split('\n\n')
    text = blocks.pop()!
    for (const block of blocks) {
      const data = /^data: (.*)$/m.exec(block)?.[1]
      if (data !== undefined && /^event: versions$/m.test(block)) told(data)
    }
  }
}
