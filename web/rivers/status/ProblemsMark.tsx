import { IconFlag } from '@tabler/icons-react'
import { useRiversWords } from '../use_rivers_words.ts'
import styles from './Status.module.css'

/** Open problems, and those past their time; nothing where there are none. */
export function ProblemsMark({ open, overdue }: { open: number; overdue: number }) {
  const { t } = useRiversWords()
  if (open === 0) return null
  return (
    <span className={styles.mark} data-tone={overdue > 0 ? 'bad' : 'attention'}>
      <IconFlag size={15} stroke={2} aria-hidden="true" />
      {overdue > 0 ? t('rivers.problems.overdue', { n: open, late: overdue }) : t('rivers.problems.open', { n: open })}
    </span>
  )
}
