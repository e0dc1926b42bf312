import { IconChevronRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { findLayer } from '#geodata/layers/index.ts'
import { Problem } from '../../api/problem.ts'
import { useConsole } from '../../state/store.ts'
import { lookOf } from '../../symbols/look.ts'
import { Swatch } from '../../symbols/Swatch.tsx'
import { formatCount, formatQuantity, formatShare } from '../../values/numbers.ts'
import { useReason } from '../../values/use_reason.ts'
import { pick } from '../../words/pick.ts'
import { DayField } from '../DayField.tsx'
import styles from './AreaPanel.module.css'
import { useArea } from './area.ts'
import { type AreaAnswer, type AreaBody, areaQuery } from './queries.ts'

/** The figures of an area: how large, who lives there, and what of each layer lies in it. */
export function AreaCounts({ body }: { body: AreaBody }) {
  const { t } = useTranslation()
  const day = useConsole((state) => state.day)
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery(areaQuery(body, day))
  const reason = useReason(error)
  return (
    <section className={styles.answer} aria-label={t('area.title')} aria-busy={isFetching}>
      <DayField />
      {error && !isFetching ? (
        <p className={styles.failed} role="alert">
          {isRefused(error) ? (
            t('area.refused', { reason })
          ) : (
            <>
              {t('area.failed', { reason })}
              <button type="button" onClick={() => void refetch()}>
                {t('failure.retry')}
              </button>
            </>
          )}
        </p>
      ) : data ? (
        <div data-stale={isPlaceholderData}>
          <Figures answer={data} />
          <Layers answer={data} />
        </div>
      ) : (
        <div className={styles.loading} role="status" aria-label={t('area.loading')} />
      )}
    </section>
  )
}

/** The area itself is wrong: asked again, it would be so again. */
const isRefused = (error: unknown) => error instanceof Problem && error.field === 'geometry'

function Figures({ answer: { area_m2, sums } }: { answer: AreaAnswer }) {
  const { t, i18n } = useTranslation()
  const picked = useArea((area) => area.picked.length)
  return (
    <>
      <dl className={styles.figures}>
        <div>
          <dt>{picked > 0 ? t('area.pickedArea', { n: picked }) : t('area.area')}</dt>
          <dd>{formatQuantity(area_m2, 'm2', i18n.language)}</dd>
        </div>
        {sums && (
          <>
            <div>
              <dt>{t('area.households')}</dt>
              <dd>{formatCount(sums.households)}</dd>
            </div>
            <div>
              <dt>{t('area.people')}</dt>
              <dd>{formatCount(sums.population)}</dd>
            </div>
          </>
        )}
      </dl>
      {sums && (
        <p className={styles.basis}>
          {[t(`area.basis.${sums.basis}`), ...(sums.territories ? [t('area.ownTerritory')] : [])].join(' ')}
        </p>
      )}
    </>
  )
}

function Layers({ answer }: { answer: AreaAnswer }) {
  const { t, i18n } = useTranslation()
  const found = answer.layers.filter(({ count }) => count > 0)
  const empty = answer.layers.length - found.length
  return (
    <>
      <ul className={styles.layers} aria-label={t('area.layers')}>
        {found.map(({ layer: id, count, inside_m, inside_m2 }) => {
          const layer = findLayer(id)!
          return (
            <li key={id}>
              <button type="button" data-layer={id} onClick={() => useArea.getState().list(id)}>
                <Swatch look={lookOf(layer, {})} />
                <span className={styles.name}>
                  {pick(layer.name, i18n.language)}
                  {inside_m !== undefined && <small>{formatQuantity(Math.round(inside_m), 'm', i18n.language)}</small>}
                  {inside_m2 !== undefined && <Covered inside={inside_m2} whole={answer.area_m2} />}
                </span>
                <strong>{formatCount(count)}</strong>
                <IconChevronRight size={16} stroke={1.6} aria-hidden="true" />
              </button>
            </li>
          )
        })}
      </ul>
      {empty > 0 && (
        <p className={styles.basis}>{found.length === 0 ? t('area.nothingInside') : t('area.others', { n: empty })}</p>
      )}
    </>
  )
}

/** Rounding of degrees at common borders. */
const TOLERANCE = 1.001

/** How much of the area is covered. Where features lie over each other, as levels of grids do, their sum would say nothing. */
function Covered({ inside, whole }: { inside: number; whole: number }) {
  const { i18n } = useTranslation()
  if (inside > whole * TOLERANCE) return null
  return (
    <small>
      {formatQuantity(Math.round(inside), 'm2', i18n.language)} · {formatShare(inside / whole)}
    </small>
  )
}
