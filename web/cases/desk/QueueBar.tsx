import { IconAlertTriangle, IconArrowBackUp, IconClockPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Stage } from '#geodata/cases/flow.ts'
import type { Queue } from '#geodata/cases/records.ts'
import { useConsole } from '../../state/store.ts'
import { formatCount } from '../../values/numbers.ts'
import type { QueueChoice } from '../filter.ts'
import { countsQuery } from '../queries.ts'
import { StageMark } from '../StageMark.tsx'
import styles from './QueueBar.module.css'

/** The steps that wait, then what needs an eye, then all of it. */
const ROWS: readonly (readonly QueueChoice[])[] = [
  ['to_file', 'to_dispatch', 'in_hand', 'to_verify', 'to_close'],
  ['overdue', 'extension', 'returned', 'open', 'ended'],
]
const MARKS: Readonly<Partial<Record<QueueChoice, Stage>>> = {
  to_file: 'collected',
  to_dispatch: 'filed',
  in_hand: 'handling',
  to_verify: 'reported_back',
  to_close: 'verified',
  ended: 'closed',
}
const ICONS: Readonly<Partial<Record<QueueChoice, typeof IconAlertTriangle>>> = {
  overdue: IconAlertTriangle,
  extension: IconClockPlus,
  returned: IconArrowBackUp,
}

export function QueueBar() {
  const { t } = useTranslation()
  const queue = useConsole((console) => console.queue)
  const filter = useConsole((console) => console.caseFilter)
  const { data } = useQuery(countsQuery)
  return (
    <nav className={styles.queues} aria-label={t('cases.queuesLabel')}>
      {ROWS.flat().map((each) => {
        const count = data?.queues[each as Queue]
        const mark = MARKS[each]
        const Icon = ICONS[each]
        return (
          <button
            key={each}
            type="button"
            aria-pressed={each === queue}
            data-alarm={each === 'overdue' && (count ?? 0) > 0}
            onClick={() => useConsole.getState().listCases(each, filter)}
          >
            <strong>
              {Icon && <Icon size={15} stroke={1.9} aria-hidden="true" />}
              {mark && <StageMark stage={mark} size={20} />}
              {count !== undefined && formatCount(count)}
            </strong>
            <span>{t(`cases.queues.${each}`)}</span>
          </button>
        )
      })}
    </nav>
  )
}
