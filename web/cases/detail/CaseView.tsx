import { IconChevronLeft, IconLink, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { isOpen } from '#geodata/cases/flow.ts'
import type { Case } from '#geodata/cases/records.ts'
import { IconButton } from '../../frame/IconButton.tsx'
import { CopyButton } from '../../inspector/CopyButton.tsx'
import { useOutbox } from '../../offline/outbox.ts'
import side from '../../responsibility/side/Side.module.css'
import { Failed, Loading } from '../../responsibility/side/States.tsx'
import { useConsole } from '../../state/store.ts'
import { writeQuery } from '../../state/url.ts'
import { closeCase } from '../desk/desk.ts'
import type { CaseStepEntry } from '../field/send_step.ts'
import { className, kindName } from '../named.ts'
import { caseQuery } from '../queries.ts'
import { StageMark } from '../StageMark.tsx'
import { StepsPanel } from '../steps/StepsPanel.tsx'
import { CasePhotos } from './CasePhotos.tsx'
import styles from './CaseView.module.css'
import { Deadlines, hasDeadlines } from './Deadlines.tsx'
import { Facts } from './Facts.tsx'
import { StepLine } from './StepLine.tsx'
import { Timeline } from './Timeline.tsx'

/** A case whole: how far it is, what can be done now, and all that is known. */
export function CaseView({ id, isAside }: { id: number; isAside: boolean }) {
  const { t } = useTranslation()
  const { data, error, isFetching, refetch } = useQuery(caseQuery(id))
  return (
    <article className={styles.case} aria-label={data ? t('cases.list.open', { number: data.number }) : t('cases.view.loading')}>
      {isAside ? (
        <div className={styles.close}>
          <IconButton label={t('cases.view.close')} size="small" position="left" onClick={closeCase}>
            <IconX size={17} stroke={1.7} />
          </IconButton>
        </div>
      ) : (
        <button type="button" className={side.back} onClick={closeCase}>
          <IconChevronLeft size={17} stroke={1.7} aria-hidden="true" />
          {t('cases.view.back')}
        </button>
      )}
      {data ? (
        <Known key={data.id} found={data} />
      ) : error && !isFetching ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </article>
  )
}

function Known({ found }: { found: Case }) {
  const { t, i18n } = useTranslation()
  const isOverdue = isOpen(found.stage) && found.due_at !== null && Date.parse(found.due_at) < Date.now()
  return (
    <>
      <header className={styles.head}>
        <StageMark stage={found.stage} isOverdue={isOverdue} size={34} />
        <div>
          <h2>
            {kindName(found.kind, i18n.language)}
            {found.kind.urgent && <i>{t('cases.urgent')}</i>}
          </h2>
          <p>
            {found.number} · {t(`cases.subjects.${found.kind.subject}`)} · {className(found.kind, i18n.language)}
          </p>
        </div>
        <CopyButton text={link} label={t('cases.view.link')} iconOnly>
          <IconLink size={16} stroke={1.6} aria-hidden="true" />
        </CopyButton>
      </header>
      <Merged found={found} />
      <StepLine stage={found.stage} events={found.events} />
      <StepsPanel found={found} />
      <PhotosToCome id={found.id} />
      {found.text && <p className={styles.text}>{found.text}</p>}
      <CasePhotos id={found.id} events={found.events} />
      {hasDeadlines(found) && (
        <section className={styles.section}>
          <h3>{t('cases.view.deadlines')}</h3>
          <Deadlines found={found} />
        </section>
      )}
      <section className={styles.section}>
        <Facts found={found} />
      </section>
      <section className={styles.section}>
        <h3>{t('cases.view.history')}</h3>
        <Timeline id={found.id} events={found.events} />
      </section>
    </>
  )
}

function Merged({ found: { merged_into, merged } }: { found: Case }) {
  const { t } = useTranslation()
  const into = (each: { readonly id: number; readonly number: string }) => (
    <button key={each.id} type="button" className={styles.link} onClick={() => useConsole.getState().openCase(each.id)}>
      {each.number}
    </button>
  )
  return (
    <>
      {merged_into && (
        <p className={styles.merged}>
          {t('cases.view.mergedInto')} {into(merged_into)}
        </p>
      )}
      {merged.length > 0 && (
        <p className={styles.merged}>
          {t('cases.view.merged')} {merged.map(into)}
        </p>
      )}
    </>
  )
}

/** Of steps that were taken on this device. */
function PhotosToCome({ id }: { id: number }) {
  const { t } = useTranslation()
  const entries = useOutbox(({ entries: all }) => all)
  const waiting = entries
    .filter(({ kind, state }) => kind === 'case_step' && state === 'waiting')
    .filter((entry) => (entry as CaseStepEntry).body.case_id === id && entry.progress !== null)
    .reduce((sum, entry) => sum + entry.files.length - ((entry as CaseStepEntry).progress?.photos_sent ?? 0), 0)
  return waiting > 0 ? (
    <p className={styles.merged} role="status">
      {t('cases.view.photosToCome', { n: waiting })}
    </p>
  ) : null
}

/** The address bar lags a moment behind; the link is written from what is true now. */
const link = () => location.origin + location.pathname + writeQuery(useConsole.getState())
