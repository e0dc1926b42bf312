import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ServerState } from '../api/types.ts'
import { useConsole } from '../state/store.ts'
import { formatAge, formatTime } from '../values/times.ts'

const TICK_MS = 30_000

/** When the newest of the data in view changed: a person on duty must see how old the truth is. */
export function DataAge({ state }: { state: ServerState }) {
  const { t, i18n } = useTranslation()
  const layers = useConsole((console) => console.layers)
  const now = useNow()
  const latest = layers
    .flatMap((id) => {
      const layer = state.layers[id]
      return layer && layer.count > 0 ? [layer.changed_at] : []
    })
    .reduce<string | null>((one, other) => (one && one > other ? one : other), null)
  if (!latest) return null
  return (
    <span title={t('frame.dataAgeLong', { time: formatTime(latest, i18n.language) })}>
      {t('frame.dataAge', { age: formatAge(latest, now, i18n.language) })}
    </span>
  )
}

function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}
