import { useEffect, useState } from 'react'
import { nearestChainage } from '#geodata/rivers/chainage.ts'
import { USELESS_ACCURACY } from '#geodata/rivers/patrol/clean.ts'
import { formatChainage } from '../../responsibility/chainage.ts'
import { useConsole } from '../../state/store.ts'
import { formatLength } from '../formats.ts'
import { useRiversWords } from '../use_rivers_words.ts'
import { type Figures, lineOf } from './figures.ts'
import { owingOf } from './owing.ts'
import styles from './Patrol.module.css'
import { type Here, usePatrol } from './recorder.ts'
import type { StoredPatrol } from './track.ts'

const SILENT_S = 20

/** Where one is, what is still owed, and what is wrong with positions, the device or the network. */
export function LiveNotes({ patrol, figures }: { patrol: StoredPatrol; figures: Figures }) {
  const { t } = useRiversWords()
  const { here, isKept, staysLit } = usePatrol()
  const isOffline = useConsole(({ live }) => live === 'offline')
  const now = useSecond()
  const owing = owingOf(figures, t)
  return (
    <div className={styles.notes}>
      <p data-tone={figures.isValid ? 'good' : undefined}>
        {figures.isValid ? t('patrol.live.enough') : t('patrol.live.owing', { what: owing })}
      </p>
      <p role="status" data-tone={here && now - here.at < SILENT_S * 1000 ? undefined : 'attention'}>
        {useWhere(patrol, here, now)}
      </p>
      {isOffline && <p>{t('patrol.live.offline')}</p>}
      {!isKept && <p data-tone="bad">{t('patrol.live.notKept')}</p>}
      <p className={styles.faint}>{t(staysLit ? 'patrol.before.screen' : 'patrol.live.dim')}</p>
    </div>
  )
}

function useWhere({ segment, rule }: StoredPatrol, here: Here | null, now: number): string {
  const { t } = useRiversWords()
  if (!here) return t('patrol.live.waiting')
  const silent = Math.floor((now - here.at) / 1000)
  if (silent >= SILENT_S) return t('patrol.live.silent', { seconds: silent })
  const accuracy = here.accuracy_m ?? 0
  if (accuracy > USELESS_ACCURACY.value) return t('patrol.live.tooCoarse', { metres: Math.round(accuracy) })
  const nearest = nearestChainage(lineOf(segment), [here.longitude, here.latitude])
  if (!nearest) return t('patrol.live.waiting')
  if (nearest.distance_m > rule.corridor_m + accuracy)
    return t('patrol.live.offRiver', { distance: formatLength(nearest.distance_m) })
  const said = [t('patrol.live.here', { chainage: formatChainage(nearest.chainage_m) })]
  if (here.accuracy_m !== null) said.push(t('patrol.live.accuracy', { metres: Math.max(1, Math.round(accuracy)) }))
  return said.join(' · ')
}

function useSecond(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return now
}
