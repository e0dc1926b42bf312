import { IconRoute } from '@tabler/icons-react'
import { useRiversWords } from '../use_rivers_words.ts'
import { showPatrol } from './begin.ts'
import styles from './Patrol.module.css'
import { usePatrol } from './recorder.ts'

/** A patrol goes on whatever is looked at meanwhile: this is the way back to it. */
export function PatrolPill() {
  const { t } = useRiversWords()
  const { patrol, isOn, figures } = usePatrol()
  if (!patrol || !figures) return null
  return (
    <button type="button" className={styles.pill} data-on={isOn} aria-label={t('patrol.open')} onClick={showPatrol}>
      <IconRoute size={18} stroke={2} aria-hidden="true" />
      {isOn ? t('patrol.pill', { minutes: Math.floor(figures.matched.minutes) }) : t('patrol.resume.title')}
    </button>
  )
}
