import { IconArrowBackUp, IconCheck, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { findLayer, LAYERS } from '#geodata/layers/index.ts'
import { useNarrow } from '../../frame/narrow.ts'
import { useConsole } from '../../state/store.ts'
import { formatQuantity } from '../../values/numbers.ts'
import { useReason } from '../../values/use_reason.ts'
import { pick } from '../../words/pick.ts'
import { type AreaTool, useArea } from './area.ts'
import { crossingOf } from './crossing.ts'
import type { Drawing } from './drawing.ts'
import { measureRing } from './measure.ts'
import styles from './StrokeBar.module.css'

interface Props {
  readonly tool: AreaTool
  readonly drawing: Drawing | null
  readonly error: unknown
  readonly onRetry: () => void
}

/** Over the map while a tool is at work: what to do next, how large it is by now, and the keys as buttons for fingers. */
export function StrokeBar({ tool, drawing, error, onRetry }: Props) {
  const { t } = useTranslation()
  const stroke = useArea((area) => area.stroke)
  const picked = useArea((area) => area.picked.length)
  const reason = useReason(error)
  if (error) {
    return (
      <div className={styles.bar} role="alert">
        <span>{t('area.toolFailed', { reason })}</span>
        <button type="button" onClick={onRetry}>
          {t('failure.retry')}
        </button>
        <Leave />
      </div>
    )
  }
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('area.tools')}>
      <span className={styles.hint} role="status">
        {tool === 'pick' ? t('area.pickHint', { n: picked }) : stroke ? <Size stroke={stroke} /> : t(`area.hints.${tool}`)}
      </span>
      {tool === 'pick' && <PickFrom />}
      {tool !== 'pick' && stroke && (
        <>
          {tool === 'polygon' && (
            <button type="button" onClick={() => drawing?.back()} title={t('area.backKey')}>
              <IconArrowBackUp size={16} stroke={1.7} aria-hidden="true" />
              <span>{t('area.back')}</span>
            </button>
          )}
          <button type="button" onClick={() => drawing?.close()} title={t('area.closeKey')}>
            <IconCheck size={16} stroke={1.7} aria-hidden="true" />
            <span>{t('area.close')}</span>
          </button>
        </>
      )}
      <Leave />
    </div>
  )
}

function Leave() {
  const { t } = useTranslation()
  const narrow = useNarrow()
  const leave = () => {
    const { take, drawn, picked } = useArea.getState()
    take(null)
    // The sheet made room for the map while something was drawn on it.
    if (narrow && (drawn || picked.length > 0)) useConsole.getState().openSheet('responsibility')
  }
  return (
    <button type="button" onClick={leave} title={t('area.leaveKey')}>
      <IconX size={16} stroke={1.7} aria-hidden="true" />
      <span>{t('area.leave')}</span>
    </button>
  )
}

function Size({ stroke }: { stroke: GeoJSON.Polygon }) {
  const { t, i18n } = useTranslation()
  if (crossingOf(stroke.coordinates[0]!)) return <strong className={styles.crosses}>{t('area.crosses')}</strong>
  const { area_m2, perimeter_m } = measureRing(stroke.coordinates[0]!)
  return (
    <>
      {t('area.live', {
        area: formatQuantity(Math.round(area_m2), 'm2', i18n.language),
        perimeter: formatQuantity(Math.round(perimeter_m), 'm', i18n.language),
      })}
    </>
  )
}

/** Areas lie over each other everywhere: which of them a click means. */
function PickFrom() {
  const { t, i18n } = useTranslation()
  const from = useArea((area) => area.pickLayer)
  const shown = useConsole((state) => state.layers)
  const layers = LAYERS.filter(({ id, geometry, isGround }) => shown.includes(id) && geometry === 'MultiPolygon' && !isGround)
  const isGone = from !== null && !layers.some(({ id }) => id === from)
  return (
    <select
      value={from ?? ''}
      aria-label={t('area.pickFrom')}
      onChange={({ target }) => useArea.getState().pickFrom(target.value || null)}
    >
      <option value="">{t('area.smallest')}</option>
      {layers.map(({ id, name }) => (
        <option key={id} value={id}>
          {pick(name, i18n.language)}
        </option>
      ))}
      {isGone && <option value={from}>{pick(findLayer(from)!.name, i18n.language)}</option>}
    </select>
  )
}
