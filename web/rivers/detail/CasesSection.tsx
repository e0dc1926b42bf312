import { IconChevronRight } from '@tabler/icons-react'
import type { CaseRow } from '#geodata/cases/records.ts'
import type { SegmentDetail } from '#geodata/rivers/records.ts'
import { formatChainage } from '../../responsibility/chainage.ts'
import { formatTime } from '../../values/times.ts'
import { openCase } from '../links.ts'
import { ProblemsMark } from '../status/ProblemsMark.tsx'
import { useRiversWords } from '../use_rivers_words.ts'
import styles from './Cases.module.css'
import detail from './Detail.module.css'
import { Section } from './Section.tsx'

/** What was reported here and is not closed yet. */
export function CasesSection({ segment }: { segment: SegmentDetail }) {
  const { t } = useRiversWords()
  const { cases, problems, overdue_problems } = segment
  return (
    <Section title={t('rivers.detail.problems')} aside={<ProblemsMark open={problems} overdue={overdue_problems} />}>
      {cases.length === 0 ? (
        <p className={detail.faint}>{t('rivers.detail.problemsNone')}</p>
      ) : (
        <ul className={styles.cases}>
          {cases.map((row) => (
            <CaseItem key={row.id} row={row} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function CaseItem({ row }: { row: CaseRow }) {
  const { t, name, language } = useRiversWords()
  const { id, number, kind, text, chainage_m, closing_due_at, organisation, person } = row
  const isLate = closing_due_at !== null && Date.parse(closing_due_at) < Date.now()
  const whose = person ?? organisation
  return (
    <li>
      <button type="button" aria-label={t('rivers.detail.openCase', { number })} onClick={() => openCase(id)}>
        <span>
          <strong>{name(kind)}</strong>
          {text && <small className={styles.said}>{text}</small>}
          <small>
            {[
              chainage_m === null ? null : formatChainage(chainage_m),
              whose && name(whose),
              closing_due_at && t('rivers.detail.problemDue', { time: formatTime(closing_due_at, language) }),
            ]
              .filter(Boolean)
              .join(' · ')}
            {isLate && <b className={styles.late}>{t('rivers.detail.problemLate')}</b>}
          </small>
        </span>
        <IconChevronRight size={17} stroke={1.6} aria-hidden="true" />
      </button>
    </li>
  )
}
