import { IconCheck } from '@tabler/icons-react'
import type { ShortfallCode } from '#geodata/rivers/patrol/judge.ts'
import { formatLength } from '../formats.ts'
import { useRiversWords } from '../use_rivers_words.ts'
import type { Figures } from './figures.ts'
import styles from './Patrol.module.css'
import type { StoredPatrol } from './track.ts'

/** Minutes, metres and per cent against what the rule owes. */
export function LiveFigures({ patrol: { rule }, figures }: { patrol: StoredPatrol; figures: Figures }) {
  const { t } = useRiversWords()
  const { matched } = figures
  const wantedOf = (code: ShortfallCode) => figures.shortfalls.find((shortfall) => shortfall.code === code)?.wanted
  const metres = wantedOf('metres') ?? rule.minimum_m
  return (
    <dl className={styles.figures} aria-label={t('patrol.live.rule')}>
      <Figure
        label={t('patrol.live.minutes')}
        value={String(Math.floor(matched.minutes))}
        wanted={rule.minimum_minutes > 0 ? String(rule.minimum_minutes) : null}
        isShort={wantedOf('minutes') !== undefined}
      />
      <Figure
        label={t('patrol.live.metres')}
        value={formatLength(matched.walked_m)}
        wanted={metres > 0 ? formatLength(metres) : null}
        isShort={wantedOf('metres') !== undefined}
      />
      <Figure
        label={t('patrol.live.cover')}
        value={`${Math.floor(matched.covered_percent)}%`}
        wanted={rule.minimum_cover_percent > 0 ? `${rule.minimum_cover_percent}%` : null}
        isShort={wantedOf('cover') !== undefined}
      />
    </dl>
  )
}

interface Props {
  readonly label: string
  readonly value: string
  /** Null where the rule says nothing of it. */
  readonly wanted: string | null
  readonly isShort: boolean
}

function Figure({ label, value, wanted, isShort }: Props) {
  const { t } = useRiversWords()
  return (
    <div data-short={isShort}>
      <dt>{label}</dt>
      <dd>{value}</dd>
      {wanted && (
        <dd className={styles.wanted}>
          {!isShort && <IconCheck size={13} stroke={2.6} aria-hidden="true" />}
          {t('patrol.live.atLeast', { wanted })}
          {!isShort && <span>{t('patrol.live.reached')}</span>}
        </dd>
      )}
    </div>
  )
}
