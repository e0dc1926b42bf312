import { useRights } from '../access/use_rights.ts'
import { Segments } from '../analysis/Segments.tsx'
import type { ServerState } from '../api/types.ts'
import { LayerList } from '../layers/LayerList.tsx'
import panel from '../responsibility/ResponsibilityPanel.module.css'
import { useConsole } from '../state/store.ts'
import { RIVERS_PARTS } from '../state/url.ts'
import { BoardsPart } from './boards/BoardsPart.tsx'
import { SegmentDetailPart } from './detail/SegmentDetail.tsx'
import { MonthPart } from './month/MonthPart.tsx'
import { PatrolPart } from './patrol/PatrolPart.tsx'
import { usePatrol } from './patrol/recorder.ts'
import styles from './Rivers.module.css'
import { SegmentsPart } from './segments/SegmentsPart.tsx'
import { StripPart } from './strip/StripPart.tsx'
import { useRiversWords } from './use_rivers_words.ts'
import { look, useRiversView } from './view.ts'

/** At the side of the rivers workspace: segments, the river as a whole, signboards, the month. */
export function RiversPanel({ state }: { state: ServerState }) {
  const { t } = useRiversWords()
  const part = useConsole(({ riversPart }) => riversPart)
  return (
    <aside className={`${panel.panel} ${styles.panel}`} data-part={part} aria-label={t('rivers.label')}>
      <RiversTabs />
      <div className={panel.body}>
        <RiversBody state={state} />
      </div>
    </aside>
  )
}

export function RiversTabs() {
  const { t } = useRiversWords()
  const part = useConsole(({ riversPart }) => riversPart)
  const may = useRights()
  const parts = RIVERS_PARTS.filter(
    (value) => (value !== 'boards' || may('rivers.write')) && (value !== 'month' || may('cases.read')),
  )
  return (
    <div className={panel.tabs}>
      <Segments
        label={t('rivers.parts.label')}
        value={part}
        options={parts.map((value) => ({ value, label: t(`rivers.parts.${value}`) }))}
        onChange={(value) => {
          look({ showsPatrol: false, patrols: null })
          useConsole.getState().openRiversPart(value)
        }}
      />
    </div>
  )
}

export function RiversBody({ state }: { state: ServerState }) {
  const part = useConsole(({ riversPart }) => riversPart)
  const river = useConsole((console) => console.river)
  const showsPatrol = useRiversView((view) => view.showsPatrol)
  const isPatrolling = usePatrol(({ patrol }) => patrol !== null)
  if (showsPatrol && isPatrolling) return <PatrolPart />
  if (river !== null) return <SegmentDetailPart key={river} id={river} />
  switch (part) {
    case 'segments':
      return <SegmentsPart />
    case 'strip':
      return <StripPart />
    case 'boards':
      return <BoardsPart />
    case 'month':
      return <MonthPart />
    case 'layers':
      return <LayerList state={state} />
  }
}
