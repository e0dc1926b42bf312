/** Live: events arrive. Reconnecting: they did, or may soon. Offline: not for a while now. */
export type LiveState = 'live' | 'reconnecting' | 'offline'

export interface LiveListener {
  versions: (tokens: Readonly<Record<string, string>>) => void
  state: (state: LiveState) => void
  /** The server answered, but with no stream: the session may have ended. */
  refused: () => void
}

const FIRST_DELAY_MS = 1_000
const LONGEST_DELAY_MS = 15_000
/** A restart of the server takes seconds; only after this long is it called away. */
const OFFLINE_AFTER_MS = 12_000

/** Listens to the server's event stream for as long as the page lives. Returns the way to stop. */
export function listenLive(listener: LiveListener): () => void {
  let source: EventSource | undefined
  let retry: number | undefined
  let away: number | undefined
  let delay = FIRST_DELAY_MS
  let isOffline = false

  const report = (state: LiveState) => {
    isOffline = state === 'offline'
    listener.state(state)
  }
  const connect = () => {
    source?.close()
    source = new EventSource('/api/events')
    source.addEventListener('open', () => {
      delay = FIRST_DELAY_MS
      clearTimeout(away)
      away = undefined
      report('live')
    })
    source.addEventListener('versions', (event) => listener.versions(JSON.parse(event.data) as Record<string, string>))
    source.addEventListener('error', lost)
  }

  // The browser's own reconnecting gives up for good after an HTTP error (a proxy while the server restarts), so it is done here.
  const lost = () => {
    if (source?.readyState === EventSource.CLOSED) listener.refused()
    source?.close()
    report(isOffline || !navigator.onLine ? 'offline' : 'reconnecting')
    away ??= window.setTimeout(() => report('offline'), OFFLINE_AFTER_MS)
    clearTimeout(retry)
    retry = window.setTimeout(connect, delay)
    delay = Math.min(delay * 2, LONGEST_DELAY_MS)
  }

  const online = () => {
    delay = FIRST_DELAY_MS
    connect()
  }
  const offline = () => report('offline')
  window.addEventListener('online', online)
  window.addEventListener('offline', offline)
  connect()

  return () => {
    window.removeEventListener('online', online)
    window.removeEventListener('offline', offline)
    clearTimeout(retry)
    clearTimeout(away)
    source?.close()
  }
}
