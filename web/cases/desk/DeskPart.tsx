import { useTranslation } from 'react-i18next'
import { useConsole } from '../../state/store.ts'
import { conditionsOf } from '../filter.ts'
import { CaseList } from './CaseList.tsx'
import styles from './DeskPart.module.css'
import { FilterBar } from './FilterBar.tsx'
import { QueueBar } from './QueueBar.tsx'

/** The desk: what waits for which step, and the list of it. */
export function DeskPart() {
  const { t } = useTranslation()
  const queue = useConsole((console) => console.queue)
  const filter = useConsole((console) => console.caseFilter)
  return (
    <>
      <div className={styles.head}>
        <QueueBar />
        <FilterBar />
      </div>
      <CaseList shown={{ queue, filter }} empty={t('cases.list.none')} isFiltered={conditionsOf(filter).length > 0} />
    </>
  )
}
