// The hand that draws: vertices and handles by terra-draw, which is loaded when somebody takes a tool. The shape itself is drawn by
// our own layers, so that it looks alike while it is drawn, when it is done, and when the tool is gone.
import type { Map as MapLibre } from 'maplibre-gl'
import {
  type GeoJSONStoreFeatures,
  TerraDraw,
  TerraDrawCircleMode,
  TerraDrawModeUndoRedo,
  TerraDrawPolygonMode,
  TerraDrawRectangleMode,
  TerraDrawSelectMode,
} from 'terra-draw'
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter'
import { PALETTES, type Theme } from '../../symbols/palette.ts'
import type { DrawingMode, Drawn } from './area.ts'

export interface Drawing {
  /** A new shape begins with the next click. */
  begin: (mode: DrawingMode) => void
  /** Shows the vertices of a shape, to be dragged. */
  edit: (drawn: Drawn) => void
  /** Whether a shape has been begun and not closed. */
  isDrawing: () => boolean
  close: () => void
  /** Takes back the last vertex. */
  back: () => void
  cancel: () => void
  end: () => void
}

interface Options {
  readonly theme: Theme
  /** What is being drawn or dragged has changed. */
  readonly onStroke: (stroke: GeoJSON.Polygon | null) => void
  readonly onDrawn: (drawn: Drawn) => void
}

type Hex = `#${string}`

/** A circle has so many vertices; handles on each eighth of them are enough to make it larger or smaller. */
const CIRCLE_SEGMENTS = 64
const CIRCLE_HANDLES = 8

export function createDrawing(map: MapLibre, { theme, onStroke, onDrawn }: Options): Drawing {
  let editing: { readonly id: string | number; readonly drawn: Drawn } | null = null
  const modes = drawingModes(theme)
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, prefixId: 'area-drawing' }),
    modes: [...Object.values(modes), selectMode(theme, () => editing?.drawn.mode)],
    undoRedo: { modeLevel: new TerraDrawModeUndoRedo() },
  })
  const shape = () => draw.getSnapshot().find(({ geometry }) => geometry.type === 'Polygon')
  const isDrawing = () => draw.enabled && draw.getModeState() === 'drawing'
  const press = (key: string) => {
    if (!draw.enabled) return
    const mode = modes[draw.getMode() as DrawingMode]
    mode?.onKeyUp({ key, heldKeys: [], preventDefault: () => undefined })
  }

  draw.on('change', (ids, type) => {
    const found = shape()
    if (type === 'delete' && !found) return onStroke(null)
    if (!found || !(isDrawing() || ids.includes(found.id!))) return
    if (editing && editing.id === found.id && same(found.geometry, editing.drawn.geometry)) return
    onStroke(found.geometry as GeoJSON.Polygon)
  })
  draw.on('finish', (id) => {
    const feature = draw.getSnapshotFeature(id)
    if (feature?.geometry.type !== 'Polygon') return
    const drawn: Drawn = { mode: feature.properties.mode as DrawingMode, geometry: feature.geometry }
    editing = { id, drawn }
    onDrawn(drawn)
  })
  draw.start()

  return {
    begin: (mode) => {
      // Between a change and the hand that follows it there is a moment with the old one.
      if (!draw.enabled) return
      editing = null
      draw.setMode(mode)
      draw.clear()
    },
    edit: (drawn) => {
      if (!draw.enabled) return
      if (editing?.drawn !== drawn || !draw.hasFeature(editing.id)) {
        draw.setMode('select')
        draw.clear()
        const id = draw.getFeatureId()
        const [added] = draw.addFeatures([{ id, type: 'Feature', geometry: drawn.geometry, properties: { mode: drawn.mode } }])
        if (!added?.valid) return
        editing = { id, drawn }
      }
      if (draw.getMode() !== 'select') draw.setMode('select')
      draw.selectFeature(editing.id)
    },
    isDrawing,
    close: () => press('Enter'),
    back: () => {
      if (!draw.enabled) return
      if (draw.getMode() === 'polygon') draw.undo()
      else press('Escape')
    },
    cancel: () => press('Escape'),
    end: () => {
      try {
        draw.stop()
      } catch {
        // The map is gone already, and all that was on it.
      }
    },
  }
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

const unseen = { fillOpacity: 0, outlineOpacity: 0, outlineWidth: 0 } as const

function drawingModes(theme: Theme) {
  const { select, selectCasing } = PALETTES[theme]
  const points = {
    coordinatePointColor: select as Hex,
    coordinatePointOutlineColor: selectCasing as Hex,
    coordinatePointWidth: 4,
    coordinatePointOutlineWidth: 1.5,
  }
  return {
    polygon: new TerraDrawPolygonMode({
      pointerDistance: 18,
      showCoordinatePoints: true,
      styles: {
        ...unseen,
        ...points,
        closingPointColor: select as Hex,
        closingPointOutlineColor: selectCasing as Hex,
        closingPointWidth: 6,
        closingPointOutlineWidth: 2,
      },
    }),
    // Fingers have no way to hover: they draw these in one pull.
    rectangle: new TerraDrawRectangleMode({ drawInteraction: 'click-move-or-drag', styles: unseen }),
    circle: new TerraDrawCircleMode({ drawInteraction: 'click-move-or-drag', segments: CIRCLE_SEGMENTS, styles: unseen }),
  }
}

/** Panning goes on inside the shape: only its vertices can be dragged. */
function selectMode(theme: Theme, modeOf: () => DrawingMode | undefined) {
  const { select, selectCasing } = PALETTES[theme]
  const isShown = ({ properties }: GeoJSONStoreFeatures) =>
    modeOf() !== 'circle' || Number(properties.index) % (CIRCLE_SEGMENTS / CIRCLE_HANDLES) === 0
  const free = { draggable: true, deletable: true, midpoints: { draggable: true } }
  return new TerraDrawSelectMode({
    pointerDistance: 24,
    allowManualDeselection: false,
    allowManualSelection: false,
    keyEvents: null,
    flags: {
      polygon: { feature: { draggable: false, coordinates: free } },
      rectangle: { feature: { draggable: false, coordinates: { resizable: 'opposite' } } },
      circle: { feature: { draggable: false, coordinates: { resizable: 'center' } } },
    },
    styles: {
      selectedPolygonFillOpacity: 0,
      selectedPolygonOutlineOpacity: 0,
      selectedPolygonOutlineWidth: 0,
      selectionPointColor: '#ffffff',
      selectionPointOutlineColor: selectCasing as Hex,
      selectionPointWidth: (feature) => (isShown(feature) ? 6 : 0),
      selectionPointOutlineWidth: (feature) => (isShown(feature) ? 2 : 0),
      midPointColor: select as Hex,
      midPointOutlineColor: selectCasing as Hex,
      midPointWidth: 4,
      midPointOutlineWidth: 1,
    },
  })
}
