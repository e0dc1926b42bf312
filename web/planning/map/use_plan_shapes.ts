import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl'
import { useEffect, useRef } from 'react'
import type { Fabric } from '#geodata/fabric/index.ts'
import { useTheme } from '../../style/use_theme.ts'
import { type Session, useEditor } from '../editor/editor.ts'
import { changesBetween } from '../land/changes.ts'
import { useExtra } from './extra.ts'
import { addOwnLayers } from './own_layers.ts'
import { cellFeature, collection, gridFeature, gridsOf, type NameWords, nameFeature } from './plan_features.ts'
import { CELLS, GRIDS, isOnTop, NAMES, PLAN_SOURCES, planLayers } from './plan_layers.ts'
import { useNameWords } from './use_name_words.ts'

interface Drawn {
  readonly session: Session
  readonly fabric: Fabric
  readonly current: string | null
  readonly words: NameWords
  readonly theme: string
}

/** Keeps the plan's land on the map as it is drawn: all of it at first, then only what changed. */
export function usePlanShapes(map: MapLibre): void {
  const theme = useTheme()
  const words = useNameWords()
  const session = useEditor((editor) => editor.session)
  const isBefore = useExtra((extra) => extra.before)
  // What is drawn is drawn on the draft.
  const fabric = useEditor(({ session: open, fabric: draft, tool }) => (open && isBefore && !tool ? open.base : draft))
  const current = useEditor((editor) => editor.current)
  const drawn = useRef<Drawn | null>(null)
  const isOpen = session !== null

  useEffect(() => {
    if (!isOpen) return
    const remove = addOwnLayers(map, PLAN_SOURCES, planLayers(theme), { coarse: [CELLS, GRIDS], isOnTop })
    return () => {
      drawn.current = null
      remove()
    }
  }, [map, theme, isOpen])

  useEffect(() => {
    if (!session || !fabric) return
    const before = drawn.current
    drawn.current = { session, fabric, current, words, theme }
    const source = (id: string) => map.getSource<GeoJSONSource>(id)
    const isNew = before?.session !== session || before.words !== words || before.theme !== theme
    if (!before || isNew) {
      const grids = gridsOf(session, fabric)
      void source(CELLS)?.setData(collection([...fabric.faces.keys()].map((id) => cellFeature(session, fabric, id))))
      void source(GRIDS)?.setData(collection(grids.map((id) => gridFeature(session, fabric, id, current))))
      void source(NAMES)?.setData(collection(grids.map((id) => nameFeature(session, fabric, id, words))))
      return
    }
    const { cells, goneCells, grids } = changesBetween(before.fabric, fabric, session.scope.scheme)
    const touched = new Set(grids)
    if (before.current !== current) for (const id of [before.current, current]) if (id !== null) touched.add(id)
    if (cells.length + goneCells.length > 0)
      void source(CELLS)?.updateData({ remove: [...goneCells], add: cells.map((id) => cellFeature(session, fabric, id)) })
    if (touched.size === 0) return
    replace(source(GRIDS), touched, (id) => gridFeature(session, fabric, id, current))
    if (grids.size > 0) replace(source(NAMES), grids, (id) => nameFeature(session, fabric, id, words))
  }, [map, session, fabric, current, words, theme])
}

function replace(
  source: GeoJSONSource | undefined,
  ids: ReadonlySet<string>,
  make: (id: string) => GeoJSON.Feature | null,
): void {
  const made = [...ids].map((id) => [id, make(id)] as const)
  void source?.updateData({
    remove: made.flatMap(([id, feature]) => (feature ? [] : [id])),
    add: made.flatMap(([, feature]) => (feature ? [feature] : [])),
  })
}
