import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseKind, Subject } from '#geodata/cases/records.ts'
import { useRights } from '../../access/use_rights.ts'
import { Segments } from '../../analysis/Segments.tsx'
import type { ServerState } from '../../api/types.ts'
import side from '../../responsibility/side/Side.module.css'
import { Failed, Loading } from '../../responsibility/side/States.tsx'
import { formatCount } from '../../values/numbers.ts'
import { kindsQuery } from '../queries.ts'
import { matching } from '../report/kinds.ts'
import { CalendarDialog } from '../setup/CalendarDialog.tsx'
import { DepartmentsDialog } from '../setup/DepartmentsDialog.tsx'
import { KindDialog } from './KindDialog.tsx'
import styles from './Kinds.module.css'
import { KindTable } from './KindTable.tsx'

const SUBJECTS: readonly Subject[] = ['component', 'event', 'river']

/** What kinds of cases there are, whose each is and how long each step may take: data with source and edition, not code. */
export function KindsPart({ state }: { state: ServerState }) {
  const { t } = useTranslation()
  const may = useRights()
  const { data, error, isFetching, refetch } = useQuery(kindsQuery)
  const [text, setText] = useState('')
  const [subject, setSubject] = useState<Subject | 'any'>('any')
  const [dialog, setDialog] = useState<'departments' | 'calendar' | null>(null)
  const [edited, setEdited] = useState<CaseKind | null>(null)
  if (!data) return error && !isFetching ? <Failed error={error} onRetry={() => void refetch()} /> : <Loading />
  const shown = matching(
    data.filter((kind) => subject === 'any' || kind.subject === subject),
    text,
  )
  return (
    <section className={styles.part} aria-label={t('cases.kinds.label')}>
      <header className={styles.head}>
        <input
          type="search"
          autoComplete="off"
          aria-label={t('cases.kinds.search')}
          placeholder={t('cases.kinds.search')}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <Segments
          label={t('cases.filter.subject')}
          value={subject}
          options={[
            { value: 'any' as const, label: t('cases.filter.any') },
            ...SUBJECTS.map((value) => ({ value, label: t(`cases.subjects.${value}`) })),
          ]}
          onChange={setSubject}
        />
        <button type="button" className={side.button} onClick={() => setDialog('departments')}>
          {t('cases.setup.departments')}
        </button>
        <button type="button" className={side.button} onClick={() => setDialog('calendar')}>
          {t('cases.setup.calendar')}
        </button>
        <output>{t('cases.kinds.count', { n: formatCount(shown.length) })}</output>
      </header>
      <KindTable kinds={shown} onEdit={may('cases.rules') ? setEdited : null} />
      <p className={styles.about}>{t('cases.kinds.about')}</p>
      {dialog === 'departments' && <DepartmentsDialog onClose={() => setDialog(null)} />}
      {dialog === 'calendar' && <CalendarDialog onClose={() => setDialog(null)} />}
      {edited && <KindDialog key={edited.code} code={edited.code} state={state} onClose={() => setEdited(null)} />}
    </section>
  )
}
