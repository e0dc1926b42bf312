import { IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ServerState } from '../api/types.ts'
import { IconButton } from '../frame/IconButton.tsx'
import { useNarrow } from '../frame/narrow.ts'
import { useMapHolder } from '../map/holder.ts'
import { useConsole } from '../state/store.ts'
import styles from './AnalysisView.module.css'
import type { Analysis } from './analysis.ts'
import { DensityTool } from './DensityTool.tsx'
import { Grids3dTool } from './Grids3dTool.tsx'
import { Segments } from './Segments.tsx'
import { standardDensity, standardGrids } from './standard.ts'

interface Props {
  readonly analysis: Analysis
  readonly state: ServerState
}

/** The panel of an analysis: what is shown, how, and what the colours mean. It draws itself on the map. */
export function AnalysisView({ analysis, state }: Props) {
  const { t } = useTranslation()
  const map = useMapHolder((holder) => holder.map)
  const narrow = useNarrow()
  const { kind } = analysis
  const { analyse, grids } = useConsole.getState()
  useEscape()

  // Whoever switches to and fro finds each the way it was left.
  const last = useRef<{ [Kind in Analysis['kind']]?: Analysis }>({})
  last.current[kind] = analysis
  const starts = {
    density: () => last.current.density ?? standardDensity(state),
    grids3d: () => last.current.grids3d ?? standardGrids(state, grids.scheme),
  }
  const kinds = (['density', 'grids3d'] as const).filter((one) => starts[one]() !== null)

  return (
    <section className={styles.panel} aria-label={t('analysis.title')}>
      <header className={styles.head}>
        <Segments
          label={t('analysis.tools')}
          value={kind}
          options={kinds.map((value) => ({ value, label: t(`analysis.${value}`) }))}
          onChange={(value) => analyse(starts[value]())}
        />
        <IconButton label={t('analysis.close')} size={narrow ? 'touch' : 'small'} position="top" onClick={() => analyse(null)}>
          <IconX size={16} stroke={1.7} />
        </IconButton>
      </header>
      {analysis.kind === 'density' ? (
        <DensityTool analysis={analysis} state={state} map={map} />
      ) : (
        <Grids3dTool analysis={analysis} state={state} map={map} />
      )}
    </section>
  )
}

/** Escape takes away the topmost thing: what is selected before what lies under it. */
function useEscape(): void {
  useEffect(() => {
    const end = (event: KeyboardEvent) => {
      const { selection, spot, analyse } = useConsole.getState()
      if (event.key !== 'Escape' || event.defaultPrevented || selection || spot) return
      event.preventDefault()
      analyse(null)
    }
    // Before the console's own listener at the window.
    document.addEventListener('keydown', end)
    return () => document.removeEventListener('keydown', end)
  }, [])
}
