import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Scheme, ServerState } from '../../api/types.ts'
import { Failed, Loading } from '../../responsibility/side/States.tsx'
import { useConsole } from '../../state/store.ts'
import { today } from '../../values/times.ts'
import { pick } from '../../words/words.ts'
import { firstDayQuery, revisionsQuery } from '../api/history.ts'
import { LayersBelow } from '../list/LayersBelow.tsx'
import { CompareDays } from './CompareDays.tsx'
import { spanOf } from './days.ts'
import styles from './HistoryPanel.module.css'
import { Revisions } from './Revisions.tsx'
import { TimeSlider } from './TimeSlider.tsx'
import { type Shown, useHistory } from './use_history.ts'

/** How the grids of a scheme came to be what they are: its revisions, any day on the map, any two beside each other. */
export function HistoryPanel({ state }: { state: ServerState }) {
  const shown = useHistory(state)
  if (!shown) return null
  return (
    <div className={styles.body}>
      <Choice schemes={state.schemes} shown={shown} />
      <OfScheme key={shown.scheme.id} shown={shown} />
      <LayersBelow state={state} />
    </div>
  )
}

function Choice({ schemes, shown }: { schemes: readonly Scheme[]; shown: Shown }) {
  const { t, i18n } = useTranslation()
  const { setGrids } = useConsole.getState()
  return (
    <div className={styles.choice}>
      <label>
        {t('history.scheme')}
        <select value={shown.scheme.id} onChange={({ target }) => setGrids({ scheme: target.value, level: 'zoom' })}>
          {schemes.map(({ id, name }) => (
            <option key={id} value={id}>
              {pick(name, i18n.language)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('history.level')}
        <select value={shown.level} onChange={({ target }) => setGrids({ level: Number(target.value) })}>
          {shown.scheme.levels.map(({ level, name }) => (
            <option key={level} value={level}>
              {pick(name, i18n.language)}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}

function OfScheme({ shown }: { shown: Shown }) {
  const { scheme, day, compared } = shown
  const revisions = useQuery(revisionsQuery(scheme.id))
  const first = useQuery(firstDayQuery(scheme.id))
  const failed = [revisions, first].find(({ data, error, isFetching }) => data === undefined && error && !isFetching)
  if (failed) return <Failed error={failed.error} onRetry={() => void failed.refetch()} />
  if (!revisions.data || first.data === undefined) return <Loading />
  const span = spanOf(first.data, revisions.data, today())
  return (
    <>
      <TimeSlider span={span} day={day ?? today()} />
      <Tables scheme={scheme.id} day={day ?? today()} />
      <CompareDays key={compared?.join() ?? day} shown={shown} span={span} />
      {!compared && <Revisions scheme={scheme.id} revisions={revisions.data} />}
    </>
  )
}

/** The grids of the day, and which cell lies in which of them, for Excel. */
function Tables({ scheme, day }: { scheme: string; day: string }) {
  const { t } = useTranslation()
  return (
    <p className={styles.tables}>
      {(['grids', 'cells'] as const).map((what) => (
        <a key={what} href={`/api/schemes/${scheme}/${what}?at=${day}`} download>
          <IconDownload size={15} stroke={1.7} aria-hidden="true" />
          {t(`history.tables.${what}`)}
        </a>
      ))}
    </p>
  )
}
