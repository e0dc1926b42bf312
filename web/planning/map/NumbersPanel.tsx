import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fabric } from '#geodata/fabric/index.ts'
import { MEASURES, type Measures } from '#geodata/planning/index.ts'
import { formatCount } from '../../values/numbers.ts'
import { type Session, useEditor } from '../editor/editor.ts'
import { useGridName } from '../editor/grid_names.ts'
import { type Band, bandsOf, stateIn } from '../land/band.ts'
import styles from './NumbersPanel.module.css'
import { useOutOfTheWay } from './use_out_of_the_way.ts'

const ROWS = ['households', 'population', 'cells', 'area_m2', ...MEASURES.slice(2)] as const
type RowName = (typeof ROWS)[number]

/** Sides that are shown; painting over many grids at once would fill the screen. */
const MOST = 3

/** The numbers of both sides while the hand moves, else those of the current grid. */
export function NumbersPanel() {
  const { t } = useTranslation()
  const session = useEditor((editor) => editor.session)
  const fabric = useEditor((editor) => editor.fabric)
  const proposal = useEditor((editor) => editor.proposal)
  const current = useEditor((editor) => editor.current)
  const { panel, side } = useOutOfTheWay()
  if (!session || !fabric) return null
  const grids = proposal && proposal.grids.length > 0 ? proposal.grids : current ? [current] : []
  if (grids.length === 0) return null
  const after = proposal?.after ?? fabric
  return (
    <section className={styles.panel} ref={panel} data-side={side} aria-label={t('planning.numbers.label')}>
      {grids.slice(0, MOST).map((id) => (
        <Side key={id} id={id} session={session} before={fabric} after={after} />
      ))}
    </section>
  )
}

interface SideProps {
  readonly id: string
  readonly session: Session
  readonly before: Fabric
  readonly after: Fabric
}

function Side({ id, session, before, after }: SideProps) {
  const { t } = useTranslation()
  const nameOf = useGridName()
  const grid = after.grids.get(id) ?? before.grids.get(id)
  const was = useMemo(() => (before.grids.has(id) ? session.counter.ofGrid(before, id) : null), [session, before, id])
  const now = useMemo(
    () => (after === before && was ? was : session.counter.ofGrid(after, id)),
    [session, after, before, was, id],
  )
  if (!grid) return null
  const bands = bandsOf(session.land.rules, grid.level)
  return (
    <table className={styles.side} data-grid={id}>
      <caption>
        {nameOf(grid)}
        {!was && <small>{t('planning.numbers.newGrid')}</small>}
        {grid.retired && <small>{t('planning.numbers.gone')}</small>}
      </caption>
      <tbody>
        {ROWS.map((row) => (
          <Row
            key={row}
            name={row}
            was={was?.[row]}
            now={now[row]}
            band={now.cells > 0 ? bands.find(({ measure }) => measure === row) : undefined}
          />
        ))}
        <tr>
          <th scope="row">{t('planning.numbers.staff')}</th>
          <td>{session.land.staff[id] ?? 0}</td>
          <td />
        </tr>
      </tbody>
    </table>
  )
}

interface RowProps {
  readonly name: RowName
  readonly was: number | undefined
  readonly now: Measures[RowName]
  readonly band: Band | undefined
}

function Row({ name, was, now, band }: RowProps) {
  const { t } = useTranslation()
  const state = band && stateIn(band, now)
  const change = was === undefined ? 0 : now - was
  const format = (value: number) =>
    name === 'area_m2' ? t('planning.numbers.hectares', { n: (value / 10_000).toFixed(2) }) : formatCount(value)
  const label = name === 'area_m2' ? t('planning.numbers.area') : t(`planning.numbers.${name}`)
  const isSeen = name === 'area_m2' ? Math.abs(change) >= 50 : change !== 0
  return (
    <tr data-measure={name} data-state={state && state !== 'inside' ? 'out' : undefined}>
      <th scope="row">
        {label}
        {band && <BandWords band={band} />}
      </th>
      <td>
        {state === 'below' && <abbr title={t('planning.numbers.below')}>▼</abbr>}
        {state === 'above' && <abbr title={t('planning.numbers.above')}>▲</abbr>}
        <span className={styles.value}>{format(now)}</span>
      </td>
      <td className={styles.change}>{isSeen ? `${change > 0 ? '+' : '−'}${format(Math.abs(change))}` : ''}</td>
    </tr>
  )
}

function BandWords({ band: { minimum, maximum } }: { band: Band }) {
  const { t } = useTranslation()
  const words =
    minimum !== null && maximum !== null
      ? t('planning.numbers.band', { minimum, maximum })
      : minimum !== null
        ? t('planning.numbers.atLeast', { minimum })
        : maximum !== null
          ? t('planning.numbers.atMost', { maximum })
          : ''
  return words ? <small>{words}</small> : null
}
