import { useTheme } from '../../style/use_theme.ts'
import { formatCount } from '../../values/numbers.ts'
import { useRiversWords } from '../use_rivers_words.ts'
import styles from './HealthLegend.module.css'
import { HEALTH_COLORS, type Healths } from './health_layers.ts'

const SHOWN = ['bad', 'attention', 'good'] as const
const DRAWN = { bad: { width: 7, dash: undefined }, attention: { width: 4.5, dash: '10 4' }, good: { width: 4, dash: undefined } }

/** What the lines say, and of how many segments. */
export function HealthLegend({ healths }: { healths: Healths }) {
  const { t } = useRiversWords()
  const theme = useTheme()
  const all = [...healths.values()]
  return (
    <section className={styles.legend} aria-label={t('rivers.map.legend')}>
      <ul>
        {SHOWN.map((health) => (
          <li key={health} title={t(`rivers.map.${health}`)}>
            <svg viewBox="0 0 28 10" aria-hidden="true">
              <path
                d="M0 5H28"
                stroke={HEALTH_COLORS[theme][health]}
                strokeWidth={DRAWN[health].width}
                strokeDasharray={DRAWN[health].dash}
              />
            </svg>
            {t(`rivers.health.${health}`)}
            <b>{formatCount(all.filter((one) => one === health).length)}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}
