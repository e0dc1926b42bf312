import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl'
import { useEffect } from 'react'
import type { Fabric, Position } from '#geodata/fabric/index.ts'
import { useTheme } from '../../style/use_theme.ts'
import { type Editor, type Session, useEditor } from '../editor/editor.ts'
import { movedCells } from '../land/moved.ts'
import { type Extra, useExtra } from './extra.ts'
import { HAND, PREVIEW } from './plan_layers.ts'

const feature = (geometry: GeoJSON.Geometry, properties: object): GeoJSON.Feature => ({ type: 'Feature', geometry, properties })

/** The stroke, and what it would make of the land: drawn anew with every movement, in sources of their own. */
export function useHandShapes(map: MapLibre): void {
  const theme = useTheme()
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another theme the sources are new ones.
  useEffect(() => {
    let last: Pick<Editor, 'session' | 'fabric' | 'proposal' | 'places' | 'snap' | 'pointer' | 'tool' | 'brush'> | null = null
    let lastExtra: Extra | null = null
    const draw = () => {
      const editor = useEditor.getState()
      const extra = useExtra.getState()
      const { session, fabric } = editor
      if (!session || !fabric) return
      const set = (id: string, features: readonly GeoJSON.Feature[]) =>
        void map.getSource<GeoJSONSource>(id)?.setData({ type: 'FeatureCollection', features: [...features] })
      const isNew = last?.session !== session
      if (isNew || last?.proposal !== editor.proposal || lastExtra !== extra)
        set(PREVIEW, [...previewOf(session, fabric, editor.proposal), ...extra.shapes])
      set(HAND, handOf(session, editor, extra))
      last = editor
      lastExtra = extra
    }
    draw()
    const ends = [useEditor.subscribe(draw), useExtra.subscribe(draw)]
    return () => {
      for (const end of ends) end()
    }
  }, [map, theme])
}

function previewOf(session: Session, before: Fabric, proposal: Editor['proposal']): GeoJSON.Feature[] {
  const after = proposal?.after
  if (!proposal || !after) return []
  const { shapes, scope } = session
  const cells = new Set(proposal.grids.flatMap((id) => [...(before.cells.get(id) ?? []), ...(after.cells.get(id) ?? [])]))
  const moving = movedCells(before, after, scope.scheme, cells).map((face) => feature(shapes.cell(face), { part: 'moving' }))
  const outlines = proposal.grids.flatMap((id) => {
    const outline = shapes.grid(after, id)
    return outline ? [feature(outline, { part: 'outline' })] : []
  })
  return [...moving, ...outlines]
}

function handOf(session: Session, editor: Editor, extra: Extra): GeoJSON.Feature[] {
  const { shapes } = session
  const { places, pointer, snap, proposal, tool, brush } = editor
  const refused = proposal?.refused !== undefined && !proposal.open
  const line = (positions: readonly Position[], part: string) =>
    positions.length > 1 ? [feature(shapes.line(positions), { part, refused })] : []
  const stroke = proposal?.line ?? places
  const drawn = proposal?.closes ? stroke.length - 1 : stroke.length
  const fault = refused ? proposal.refused?.at : undefined
  const isStroke = tool === 'redraw' || tool === 'split'
  return [
    ...(isStroke ? [...line(stroke.slice(0, drawn), 'stroke'), ...line(stroke.slice(drawn - 1), 'closing')] : []),
    ...places.map((place) => feature(shapes.point(place), { part: 'place' })),
    ...extra.handles.map(({ at, kind }) => feature(shapes.point(at), { part: 'handle', kind })),
    ...(extra.box ? line(cornersOf(extra.box), 'closing') : []),
    ...(extra.hot ? [feature(shapes.point(extra.hot), { part: 'hot' })] : []),
    ...(tool === 'brush' && pointer && brush > 0 ? [feature(shapes.point(pointer), { part: 'brush', radius: brush / 2 })] : []),
    ...(fault ? [feature(shapes.point(fault), { part: 'fault' })] : []),
    ...(snap ? [feature(shapes.point(snap.at), { part: 'snap', kind: snap.kind })] : []),
  ]
}

const cornersOf = ([[west, south], [east, north]]: readonly [Position, Position]): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]
