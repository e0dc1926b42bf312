// Over the map: the tools, what to do next, and the numbers of both sides.
import type { Map as MapLibre } from 'maplibre-gl'
import { useEffect, useState } from 'react'
import { findLayer } from '#geodata/layers/index.ts'
import { useNarrow } from '../../frame/narrow.ts'
import { useMapHolder } from '../../map/holder.ts'
import { type Spot, useConsole } from '../../state/store.ts'
import { chooseGrid, useEditor } from '../editor/editor.ts'
import { cellAt } from '../land/grid_at.ts'
import { HintBar } from './HintBar.tsx'
import { createHand, type Hand } from './hand.ts'
import { KeysHelp } from './KeysHelp.tsx'
import { NumbersPanel } from './NumbersPanel.tsx'
import { ToolBar } from './ToolBar.tsx'
import { useHandShapes } from './use_hand_shapes.ts'
import { useKeys } from './use_keys.ts'
import { usePlanShapes } from './use_plan_shapes.ts'

/** The tiles' own grids and cells would lie over those of the draft. */
const REPLACED = ['grids', 'unit_cells']

export function PlanTools({ map }: { map: MapLibre }) {
  const narrow = useNarrow()
  const mayDraw = useEditor((editor) => editor.mayDraw) && !narrow
  const [hand, setHand] = useState<Hand | null>(null)
  usePlanShapes(map)
  useHandShapes(map)
  useReplaced()
  useChoosing()
  useKeys(hand)
  useEffect(() => {
    const created = createHand(map)
    setHand(created)
    return () => {
      setHand(null)
      created.end()
    }
  }, [map])
  return (
    <>
      {mayDraw && <ToolBar />}
      <HintBar hand={hand} />
      {!narrow && <NumbersPanel />}
      {!narrow && <KeysHelp />}
    </>
  )
}

function useReplaced(): void {
  useEffect(() => {
    useMapHolder.setState({ replaced: REPLACED })
    return () => useMapHolder.setState({ replaced: [] })
  }, [])
}

/** A click chooses the grid it falls into; hydrants and other facilities are looked at as ever. With a tool in hand, clicks are the tool's. */
function useChoosing(): void {
  useEffect(() => {
    const choose = (spot: Spot) => {
      const { tool, session, fabric } = useEditor.getState()
      if (tool || !session || !fabric) return
      const isThing = spot.hits.some(({ layer }) => findLayer(layer)?.geometry === 'Point' && layer !== 'household_points')
      if (isThing) return useConsole.getState().clicked(spot)
      const face = cellAt(fabric, session.projection.toPosition(spot.position))
      useConsole.getState().clear()
      chooseGrid(face?.grids[session.scope.scheme] ?? null)
    }
    useMapHolder.setState({ tool: choose })
    return () => {
      if (useMapHolder.getState().tool === choose) useMapHolder.setState({ tool: null })
    }
  }, [])
}
