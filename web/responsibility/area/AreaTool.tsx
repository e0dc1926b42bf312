import { useQuery } from '@tanstack/react-query'
import type { Map as MapLibre } from 'maplibre-gl'
import { useEffect, useState } from 'react'
import { useNarrow } from '../../frame/narrow.ts'
import { useMapHolder } from '../../map/holder.ts'
import { useConsole } from '../../state/store.ts'
import { useTheme } from '../../style/use_theme.ts'
import { type AreaState, type Drawn, useArea } from './area.ts'
import type { Drawing } from './drawing.ts'
import { StrokeBar } from './StrokeBar.tsx'
import { useAreaKeys } from './use_area_keys.ts'
import { useAreaShape } from './use_area_shape.ts'
import { usePicking } from './use_picking.ts'

/** The area on the map, and the tools that make it. Draws nothing as long as there is neither. */
export function AreaTool() {
  const isHere = useConsole(({ workspace }) => workspace === 'responsibility')
  const hasArea = useArea(({ tool, drawn, picked }) => tool !== null || drawn !== null || picked.length > 0)
  const map = useMapHolder((holder) => holder.map)
  const [drawing, setDrawing] = useState<Drawing | null>(null)
  useAreaKeys(drawing)
  if (!isHere || !map || !hasArea) return null
  return <AreaOnMap map={map} drawing={drawing} onDrawing={setDrawing} />
}

interface Props {
  readonly map: MapLibre
  readonly drawing: Drawing | null
  readonly onDrawing: (drawing: Drawing | null) => void
}

function AreaOnMap({ map, drawing, onDrawing }: Props) {
  const tool = useArea((area) => area.tool)
  const { error, refetch } = useDrawing(map, drawing, onDrawing)
  useAreaShape(map)
  usePicking(map)
  if (!tool) return null
  return <StrokeBar tool={tool} drawing={drawing} error={error} onRetry={refetch} />
}

/** The press that closes a shape reaches the map as a click only after the shape is closed. */
const LAST_CLICK_MS = 300

/** What draws is large and seldom needed: it comes when a tool is taken. */
const load = () => import('./drawing.ts')

const needsHand = ({ tool, drawn }: AreaState, isOpen: boolean) =>
  (tool !== null && tool !== 'pick') || (isOpen && drawn !== null && !tool)

function useDrawing(map: MapLibre, drawing: Drawing | null, onDrawing: (drawing: Drawing | null) => void) {
  const theme = useTheme()
  const narrow = useNarrow()
  const isOpen = useConsole(({ side }) => side === 'area')
  const isNeeded = useArea((area) => needsHand(area, isOpen))
  const tool = useArea((area) => area.tool)
  const drawn = useArea((area) => area.drawn)
  const { data, error, refetch } = useQuery({
    queryKey: ['module', 'drawing'],
    queryFn: load,
    enabled: isNeeded,
    structuralSharing: false,
    gcTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  useEffect(() => {
    if (!isNeeded || !data) return
    const onDrawn = (shape: Drawn) => {
      useArea.getState().draw(shape)
      if (narrow) useConsole.getState().openSheet('responsibility')
    }
    const created = data.createDrawing(map, { theme, onStroke: useArea.getState().follow, onDrawn })
    onDrawing(created)
    return () => {
      onDrawing(null)
      created.end()
    }
  }, [map, theme, data, isNeeded, narrow, onDrawing])
  useEffect(() => {
    if (!drawing || !isNeeded) return
    if (tool && tool !== 'pick') drawing.begin(tool)
    else if (drawn) drawing.edit(drawn)
  }, [drawing, isNeeded, tool, drawn])
  useEffect(() => {
    if (!tool || tool === 'pick') return
    // Clicks belong to the shape; features are not looked at.
    const rest = () => undefined
    useMapHolder.setState({ tool: rest })
    return () => {
      const release = () => useMapHolder.getState().tool === rest && useMapHolder.setState({ tool: null })
      window.setTimeout(release, LAST_CLICK_MS)
    }
  }, [tool])
  return { error, refetch: () => void refetch() }
}
