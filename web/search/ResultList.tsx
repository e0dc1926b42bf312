import { IconMapPin } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { findLayer } from '#geodata/layers/index.ts'
import type { SearchResult } from '../api/types.ts'
import { lookOf } from '../symbols/look.ts'
import { Swatch } from '../symbols/Swatch.tsx'
import { formatPosition } from '../values/coordinates.ts'
import { formatQuantity } from '../values/numbers.ts'
import { useReason } from '../values/use_reason.ts'
import { pick } from '../words/words.ts'
import styles from './ResultList.module.css'
import type { CoordinateSystemRead } from './readings.ts'
import type { Answer, Search } from './use_search.ts'

/** As the server puts it between the parts of a subtitle. */
const SEPARATOR = ' · '

interface Props {
  readonly id: string
  readonly text: string
  readonly search: Search
  readonly active: number
  readonly onHover: (index: number) => void
  readonly onChoose: (index: number) => void
}

export function ResultList({ id, text, search: { answers, busy, error }, active, onHover, onChoose }: Props) {
  const { t } = useTranslation()
  const reason = useReason(error)
  const list = useRef<HTMLDivElement>(null)

  useEffect(() => {
    list.current?.querySelector(`[data-index="${active}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [active])

  return (
    <div className={styles.sheet}>
      <div className={styles.list} id={id} ref={list} role="listbox" aria-label={t('search.results')}>
        {answers.map((answer, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys belong to the text box, which keeps the focus.
          <div
            key={
              answer.kind === 'coordinates'
                ? `${answer.system.kind}/${answer.position}`
                : `${answer.result.layer}/${answer.result.id}`
            }
            id={`${id}-${index}`}
            className={styles.row}
            data-index={index}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onPointerMove={() => onHover(index)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(index)}
          >
            <Row answer={answer} />
          </div>
        ))}
      </div>
      {answers.length === 0 && (
        <div className={styles.note} role="status">
          {busy ? t('search.searching') : error ? t('search.failed', { reason }) : <Nothing text={text} />}
        </div>
      )}
      <span className="visually-hidden" role="status">
        {answers.length > 0 && t('search.count', { n: answers.length })}
      </span>
    </div>
  )
}

function Nothing({ text }: { text: string }) {
  const { t } = useTranslation()
  return (
    <>
      <strong>{t('search.nothing', { text })}</strong>
      <p>{t('search.nothingHint')}</p>
    </>
  )
}

function Row({ answer }: { answer: Answer }) {
  const { i18n } = useTranslation()
  if (answer.kind === 'coordinates') {
    return (
      <>
        <span className={styles.pin}>
          <IconMapPin size={19} stroke={1.6} aria-hidden="true" />
        </span>
        <span className={styles.words}>
          <span>{formatPosition(answer.position)}</span>
          <small>
            <SystemRead system={answer.system} />
          </small>
        </span>
      </>
    )
  }
  const { layer: id } = answer.result
  const { title, subtitle } = inLanguage(answer.result, i18n.language)
  const layer = findLayer(id)
  return (
    <>
      {layer && <Swatch look={lookOf(layer, {})} />}
      <span className={styles.words}>
        <span>{title}</span>
        <small>{subtitle}</small>
      </span>
      <span className={styles.layer}>{layer && pick(layer.name, i18n.language)}</span>
    </>
  )
}

/** Which system the text was read in: the same numbers are other places in others. */
function SystemRead({ system }: { system: CoordinateSystemRead }) {
  const { t, i18n } = useTranslation()
  switch (system.kind) {
    case 'degrees':
      return t('search.systems.degrees')
    case 'gcj02':
    case 'bd09':
      return `${t(`search.systems.${system.kind}`)} · ${t('search.systems.shift', { distance: formatQuantity(system.shift_m, 'm', i18n.language) })}`
    case 'gauss_kruger': {
      const { zone, meridian, width } = system
      const said = zone === undefined ? t('search.systems.meridian', { n: meridian }) : t('search.systems.zone', { n: zone })
      return t('search.systems.gauss_kruger', { width, zone: said })
    }
  }
}

/** In English the two names change places. */
function inLanguage({ title, title_en, subtitle }: SearchResult, language: string): Pick<SearchResult, 'title' | 'subtitle'> {
  if (language !== 'en' || !title_en || title_en === title) return { title, subtitle }
  const parts = subtitle.split(SEPARATOR).filter((part) => part !== title_en)
  return { title: title_en, subtitle: [title, ...parts].join(SEPARATOR) }
}
