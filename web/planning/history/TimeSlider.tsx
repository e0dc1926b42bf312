import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isDay } from '../../state/grid_history.ts'
import { formatDay } from '../../values/times.ts'
import { dayOfNumber, nextMark, numberOfDay, type Span } from './days.ts'
import styles from './TimeSlider.module.css'
import { showDay } from './use_history.ts'

/** A hand that draws the slider along passes a hundred days: only where it rests, grids are asked for. */
const REST_MS = 180

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }

/** The day on the map, from the first grids to the last day that is known of, with a mark where something took effect. */
export function TimeSlider({ span, day }: { span: Span; day: string }) {
  const { t, i18n } = useTranslation()
  const [drawn, setDrawn] = useState(day)
  const [typed, setTyped] = useState(day)
  const rest = useRef<number | undefined>(undefined)
  useEffect(() => setDrawn(day), [day])
  useEffect(() => setTyped(drawn), [drawn])
  useEffect(() => () => window.clearTimeout(rest.current), [])

  const [first, last] = [numberOfDay(span.first), numberOfDay(span.last)]
  const show = (next: string, wait: number) => {
    setDrawn(next)
    window.clearTimeout(rest.current)
    rest.current = window.setTimeout(() => showDay(next), wait)
  }
  const press = (event: KeyboardEvent) => {
    const direction = STEPS[event.key]
    if (!direction) return
    event.preventDefault()
    show(nextMark(span, drawn, direction), 0)
  }
  const share = (mark: string) => (last === first ? 0 : (numberOfDay(mark) - first) / (last - first))
  return (
    <section className={styles.time} aria-label={t('history.time')}>
      <label className={styles.day}>
        {t('history.day')}
        <input
          type="date"
          value={typed}
          min={span.first}
          max={span.last}
          // What was no day to show does not stand beside the day that is shown.
          onBlur={() => setTyped(drawn)}
          onChange={({ target }) => {
            // Half a date is no date yet, and the year 2 is on the way to 2026.
            setTyped(target.value)
            if (isDay(target.value) && target.validity.valid) show(target.value, REST_MS)
          }}
        />
      </label>
      <div className={styles.track}>
        <input
          type="range"
          aria-label={t('history.slider')}
          title={t('history.sliderHint')}
          aria-valuetext={formatDay(drawn, i18n.language)}
          min={first}
          max={last}
          value={numberOfDay(drawn)}
          onKeyDown={press}
          onChange={({ target }) => show(dayOfNumber(Number(target.value)), REST_MS)}
        />
        <div className={styles.marks} aria-hidden="true">
          {span.marks.map((mark) => (
            <span key={mark} data-mark={mark} data-passed={mark <= drawn} style={{ left: `${share(mark) * 100}%` }} />
          ))}
        </div>
      </div>
      <div className={styles.ends} aria-hidden="true">
        <span>{formatDay(span.first, i18n.language)}</span>
        <span>{formatDay(span.last, i18n.language)}</span>
      </div>
    </section>
  )
}
