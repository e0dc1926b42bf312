import { nearestChainage } from '#geodata/rivers/chainage.ts'
import type { Stretch } from '#geodata/rivers/records.ts'
import { formatChainage } from '../../responsibility/chainage.ts'
import { useRiversWords } from '../use_rivers_words.ts'
import { type Figures, lineOf } from './figures.ts'
import styles from './Patrol.module.css'
import type { Here } from './recorder.ts'
import type { StoredPatrol } from './track.ts'

const WIDTH = 1000
const HEIGHT = 20

interface Props {
  readonly patrol: StoredPatrol
  readonly figures: Figures
  readonly here: Here | null
}

/** The segment by chainage: what was walked full, what was not empty, and where one is. */
export function CoverBar({ patrol: { segment }, figures: { matched }, here }: Props) {
  const { t, gaps } = useRiversWords()
  const { chainage_from_m: from, chainage_to_m: to } = segment
  const at = (chainage: number) => (WIDTH * (chainage - from)) / (to - from || 1)
  const nearest = here && nearestChainage(lineOf(segment), [here.longitude, here.latitude])
  const missed = gaps(matched.gaps)
  const label = `${t('patrol.live.bar')}: ${Math.floor(matched.covered_percent)}%. ${
    missed ? t('patrol.live.missing', { gaps: missed }) : t('patrol.live.missingNone')
  }`
  return (
    <div className={styles.bar}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label}>
        <rect className={styles.open} x="0" y="0" width={WIDTH} height={HEIGHT} />
        {matched.covered.map((stretch) => (
          <Covered key={stretch.from_m} stretch={stretch} at={at} />
        ))}
      </svg>
      {nearest && (
        <span
          className={styles.me}
          style={{ left: `${Math.min(100, Math.max(0, at(nearest.chainage_m) / (WIDTH / 100)))}%` }}
          aria-hidden="true"
        />
      )}
      <p>
        <span>{formatChainage(from)}</span>
        <span>{formatChainage(to)}</span>
      </p>
    </div>
  )
}

function Covered({ stretch: { from_m, to_m }, at }: { stretch: Stretch; at: (chainage: number) => number }) {
  const [one, other] = [at(from_m), at(to_m)]
  return (
    <rect className={styles.walked} x={Math.min(one, other)} y="0" width={Math.max(3, Math.abs(other - one))} height={HEIGHT} />
  )
}
