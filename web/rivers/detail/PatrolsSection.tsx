import type { PatrolRule, SegmentDetail } from '#geodata/rivers/records.ts'
import { formatLength } from '../formats.ts'
import { PatrolRecord } from '../patrol/PatrolRecord.tsx'
import { PatrolMark } from '../status/PatrolMark.tsx'
import { useRiversWords } from '../use_rivers_words.ts'
import styles from './Detail.module.css'
import { Section } from './Section.tsx'

const FIRST = 3

/** How each level stands against what it owes, and the last walks with what they left out. */
export function PatrolsSection({ segment }: { segment: SegmentDetail }) {
  const { t, since, due } = useRiversWords()
  const { patrols, rules, recent_patrols } = segment
  const [newest, older] = [recent_patrols.slice(0, FIRST), recent_patrols.slice(FIRST)]
  return (
    <Section title={t('rivers.detail.patrols')}>
      <dl className={styles.levels}>
        {patrols.map((patrol) => {
          const rule = rules.find(({ level }) => level === patrol.level)
          return (
            <div key={patrol.level}>
              <dt>{t(`rivers.levels.${patrol.level}`)}</dt>
              <dd>
                <PatrolMark patrol={patrol} />
                <small>
                  {since(patrol)} · {due(patrol)}
                </small>
                {rule && <RuleLine rule={rule} />}
              </dd>
            </div>
          )
        })}
      </dl>
      <h4 className={styles.subtitle}>{t('rivers.detail.recent')}</h4>
      {recent_patrols.length === 0 ? (
        <p className={styles.faint}>{t('rivers.detail.recentNone')}</p>
      ) : (
        <ul className={styles.records}>
          {newest.map((patrol) => (
            <PatrolRecord key={patrol.id} patrol={patrol} />
          ))}
        </ul>
      )}
      {older.length > 0 && (
        <details className={styles.older}>
          <summary>{t('rivers.detail.recentMore', { n: older.length })}</summary>
          <ul className={styles.records}>
            {older.map((patrol) => (
              <PatrolRecord key={patrol.id} patrol={patrol} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  )
}

function RuleLine({ rule }: { rule: PatrolRule }) {
  const { t } = useRiversWords()
  const { period, times, minimum_minutes, minimum_m, minimum_cover_percent, source, edition } = rule
  return (
    <small className={styles.faint} title={`${source}（${edition}）`}>
      {t('rivers.detail.rule', {
        period: t(`rivers.periods.${period}`),
        times,
        minutes: minimum_minutes,
        metres: formatLength(minimum_m),
        cover: minimum_cover_percent > 0 ? t('rivers.detail.ruleCover', { percent: minimum_cover_percent }) : '',
      })}
    </small>
  )
}
