import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useRiversWords } from '../use_rivers_words.ts'
import { look } from '../view.ts'
import styles from './Patrol.module.css'
import { dropPatrol } from './recorder.ts'

/** What is walked is not lost by one wrong tap. */
export function DropPatrol() {
  const { t } = useRiversWords()
  const [isAsked, setAsked] = useState(false)
  const drop = async () => {
    await dropPatrol()
    look({ showsPatrol: false })
  }
  if (!isAsked)
    return (
      <button type="button" className={styles.quiet} onClick={() => setAsked(true)}>
        <IconTrash size={16} stroke={1.8} aria-hidden="true" />
        {t('patrol.end.drop')}
      </button>
    )
  return (
    <div className={styles.sure} role="alert">
      <p>{t('patrol.end.dropSure')}</p>
      <div className={styles.buttons}>
        <button type="button" data-danger="true" onClick={() => void drop()}>
          {t('patrol.end.dropYes')}
        </button>
        <button type="button" onClick={() => setAsked(false)}>
          {t('patrol.end.dropNo')}
        </button>
      </div>
    </div>
  )
}
