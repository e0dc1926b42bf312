import { IconArrowBackUp, IconClockPlus, IconPhoto, IconRefreshAlert } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { isOpen as isOpenStage } from '#geodata/cases/flow.ts'
import type { CaseRow, Limits } from '#geodata/cases/records.ts'
import { formatChainage } from '../../responsibility/chainage.ts'
import { formatTime } from '../../values/times.ts'
import { communityName, gridName, kindName, nameOf } from '../named.ts'
import { StageMark } from '../StageMark.tsx'
import { TimeLeft } from '../TimeLeft.tsx'
import { limitOf } from '../time_left.ts'
import styles from './CaseListRow.module.css'

interface Props {
  readonly row: CaseRow
  readonly limits: Limits | undefined
  /** Of the grids that the map shows. */
  readonly scheme: string | undefined
  readonly isOpen: boolean
  readonly onOpen: (row: CaseRow) => void
}

/** A case in a list: what, where, whose, and how much time is left. */
export const CaseListRow = memo(function CaseListRow({ row, limits, scheme, isOpen, onOpen }: Props) {
  const { t, i18n } = useTranslation()
  const { language } = i18n
  const isOverdue = row.due_at !== null && isOpenStage(row.stage) && Date.parse(row.due_at) < Date.now()
  const grid = row.grids.find((each) => each.scheme === scheme) ?? row.grids[0]
  const whose = [row.organisation, row.person].flatMap((one) => (one ? [nameOf(one, language)] : []))
  return (
    <button type="button" className={styles.row} aria-current={isOpen ? 'true' : undefined} onClick={() => onOpen(row)}>
      <StageMark stage={row.stage} isOverdue={isOverdue} />
      <span className={styles.text}>
        <span className={styles.head}>
          <strong>{kindName(row.kind, language)}</strong>
          {row.kind.urgent && <i>{t('cases.urgent')}</i>}
          <small>{row.number}</small>
        </span>
        <span className={styles.place}>
          {placeWords(row, grid && gridName(grid, language), language)}
          {row.chainage_m !== null && ` · ${formatChainage(row.chainage_m)}`}
        </span>
        {row.text && <span className={styles.line}>{row.text}</span>}
        <span className={styles.foot}>
          <span className={styles.whose}>{whose.length > 0 ? whose.join(' · ') : t(`cases.stages.${row.stage}`)}</span>
          <Signs row={row} />
        </span>
        {row.due_at && isOpenStage(row.stage) ? (
          <TimeLeft due={row.due_at} limit={limitOf(row.stage, limits)} withMoment />
        ) : (
          <span className={styles.line}>
            {t(`cases.stages.${row.stage}`)} · {formatTime(row.closed_at ?? row.changed_at, language)}
          </span>
        )}
      </span>
    </button>
  )
})

/** A grid that is called after its community says both. */
function placeWords(row: CaseRow, grid: string | undefined, language: string): string {
  const community = communityName(row, language)
  return [row.place, grid?.startsWith(community) ? null : community, grid].filter(Boolean).join(' · ')
}

function Signs({ row: { returns, reworks, extension_asked, photos } }: { row: CaseRow }) {
  const { t } = useTranslation()
  return (
    <span className={styles.signs}>
      {extension_asked && (
        <span title={t('cases.list.asksMore')}>
          <IconClockPlus size={14} stroke={1.8} aria-hidden="true" />
          {t('cases.list.asksMore')}
        </span>
      )}
      {returns > 0 && (
        <span title={t('cases.list.returned', { n: returns })}>
          <IconArrowBackUp size={14} stroke={1.8} aria-hidden="true" />
          {t('cases.list.returned', { n: returns })}
        </span>
      )}
      {reworks > 0 && (
        <span title={t('cases.list.reworked', { n: reworks })}>
          <IconRefreshAlert size={14} stroke={1.8} aria-hidden="true" />
          {t('cases.list.reworked', { n: reworks })}
        </span>
      )}
      {photos > 0 && (
        <span title={t('cases.view.photos')}>
          <IconPhoto size={14} stroke={1.6} aria-hidden="true" />
          {photos}
        </span>
      )}
    </span>
  )
}
