import { IconAlertTriangleFilled, IconClockExclamation, IconDroplet, IconFlag, IconSearch, IconX } from '@tabler/icons-react'
import { CHIEF_LEVELS } from '#geodata/rivers/records.ts'
import side from '../../responsibility/side/Side.module.css'
import { formatCount } from '../../values/numbers.ts'
import { useRiversWords } from '../use_rivers_words.ts'
import { type ListState, look, SORTS, type Sort, STATES, useRiversView } from '../view.ts'
import styles from './Filters.module.css'

const ICONS = {
  overdue: IconAlertTriangleFilled,
  due_soon: IconClockExclamation,
  problems: IconFlag,
  water_missed: IconDroplet,
} as const

interface Props {
  readonly counts: Readonly<Record<ListState, number>> & { readonly every: number | null }
  readonly scope: 'mine' | 'all'
}

/** How many stand how: each number is the way to those it counts. Whoever has a handful needs no search. */
export function SegmentFilters({ counts, scope }: Props) {
  const { t } = useRiversWords()
  const { state, territory } = useRiversView()
  const needsSearch = scope === 'all' || (counts.every ?? 0) > 8
  return (
    <div className={styles.filters}>
      {needsSearch && <Search scope={scope} />}
      {territory && (
        <button type="button" className={styles.territory} onClick={() => look({ territory: null })}>
          {territory.name}
          <IconX size={14} stroke={2} aria-hidden="true" />
        </button>
      )}
      <fieldset className={styles.states}>
        <legend className="visually-hidden">{t('rivers.list.filters')}</legend>
        <button type="button" aria-pressed={state === null} onClick={() => look({ state: null })}>
          {t('rivers.list.every')}
          {counts.every !== null && <b>{formatCount(counts.every)}</b>}
        </button>
        {STATES.map((value) => {
          const Icon = ICONS[value]
          return (
            <button
              key={value}
              type="button"
              data-state={value}
              data-none={counts[value] === 0}
              aria-pressed={state === value}
              onClick={() => look({ state: state === value ? null : value })}
            >
              <Icon size={14} stroke={2} aria-hidden="true" />
              {t(`rivers.list.${value}`)}
              <b>{formatCount(counts[value])}</b>
            </button>
          )
        })}
      </fieldset>
    </div>
  )
}

function Search({ scope }: Pick<Props, 'scope'>) {
  const { t } = useRiversWords()
  const { text, sort, level } = useRiversView()
  return (
    <div className={styles.line}>
      <label className={styles.search}>
        <IconSearch size={16} stroke={1.8} aria-hidden="true" />
        <input
          type="search"
          aria-label={t('rivers.list.search')}
          placeholder={t('rivers.list.search')}
          value={text}
          onChange={({ target }) => look({ text: target.value })}
        />
      </label>
      {scope === 'all' && (
        <select
          className={side.select}
          aria-label={t('rivers.list.level')}
          value={level}
          onChange={({ target }) => look({ level: target.value as typeof level })}
        >
          {CHIEF_LEVELS.map((value) => (
            <option key={value} value={value}>
              {t(`rivers.levels.${value}`)}
            </option>
          ))}
        </select>
      )}
      <select
        className={side.select}
        aria-label={t('rivers.list.sort')}
        value={sort}
        onChange={({ target }) => look({ sort: target.value as Sort })}
      >
        {SORTS.map((value) => (
          <option key={value} value={value}>
            {t(`rivers.list.sorts.${value}`)}
          </option>
        ))}
      </select>
    </div>
  )
}
