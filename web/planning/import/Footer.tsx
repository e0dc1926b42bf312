import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import side from '../../responsibility/side/Side.module.css'
import { breakOff } from './actions.ts'
import styles from './GridImport.module.css'
import { goTo, type Step, useWizard } from './wizard.ts'

interface Props {
  readonly back?: Step
  /** What the form around it does when it is sent. */
  readonly next: string
  readonly disabled?: boolean
}

/** The way on and back; while the server works, how long it has been and the way out. */
export function Footer(props: Props) {
  const waiting = useWizard((wizard) => wizard.waiting)
  return waiting ? <Waiting waiting={waiting} /> : <Ways {...props} />
}

function Ways({ back, next, disabled = false }: Props) {
  const { t } = useTranslation()
  const on = useRef<HTMLButtonElement>(null)
  // The way out had the focus, and is gone.
  useEffect(() => {
    if (document.activeElement === document.body) on.current?.focus()
  }, [])
  return (
    <footer className={styles.footer}>
      {back && (
        <button type="button" className={side.button} onClick={() => goTo(back)}>
          {t('gridImport.back')}
        </button>
      )}
      <button ref={on} type="submit" className={side.button} data-main="true" disabled={disabled}>
        {next}
      </button>
    </footer>
  )
}

function Waiting({ waiting }: { waiting: 'columns' | 'preview' | 'store' }) {
  const { t } = useTranslation()
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000)
    return () => clearInterval(timer)
  }, [])
  return (
    <footer className={styles.waiting} aria-busy="true">
      <span className={styles.bar} aria-hidden="true" />
      <span role="status">{t(`gridImport.waiting.${waiting}`)}</span>
      <span aria-hidden="true">{t('gridImport.waiting.seconds', { n: seconds })}</span>
      {waiting === 'store' ? (
        <small>{t('gridImport.waiting.noWayBack')}</small>
      ) : (
        <>
          <small>{t('gridImport.waiting.long')}</small>
          <button
            type="button"
            className={side.button}
            // biome-ignore lint/a11y/noAutofocus: it stands in the place of the button that was pressed
            autoFocus
            onClick={breakOff}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return
              event.stopPropagation()
              breakOff()
            }}
          >
            {t('gridImport.waiting.cancel')}
          </button>
        </>
      )}
    </footer>
  )
}
