import { useTranslation } from 'react-i18next'
import { formatCount } from '../values/numbers.ts'
import { type Class, classLabel, classOf } from './classes.ts'
import styles from './Legend.module.css'

interface Props {
  readonly title: string
  readonly classes: readonly Class[]
  readonly values: readonly number[]
  /** Numbers that are counted have no numbers between them. */
  readonly whole: boolean
  readonly countLabel: (count: string) => string
}

/** What the colours mean, the most on top as on a scale, and how many there are of each. */
export function Legend({ title, classes, values, whole, countLabel }: Props) {
  const { t } = useTranslation()
  const counts = classes.map(() => 0)
  for (const value of values) counts[classOf(classes, value)]! += 1
  return (
    <section className={styles.legend} aria-label={t('analysis.legend')}>
      <h3>{title}</h3>
      <ul>
        {classes
          .map((one, index) => ({ one, count: counts[index]! }))
          .toReversed()
          .map(({ one, count }) => (
            <li key={one.from}>
              <svg className={styles.color} viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
                <rect width="1" height="1" fill={one.color} />
              </svg>
              <span className={styles.range}>{classLabel(one, whole)}</span>
              <span className={styles.count}>{count > 0 && countLabel(formatCount(count))}</span>
            </li>
          ))}
      </ul>
    </section>
  )
}
