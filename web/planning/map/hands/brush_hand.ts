// B: cells under the pressed pointer, or in a box drawn with Ctrl, go to the current grid.
import { facesIn, type Position } from '#geodata/fabric/index.ts'
import { boxOf } from '#geodata/fabric/plane/position.ts'
import { chooseGrid, say, useEditor } from '../../editor/editor.ts'
import { cellAt } from '../../land/grid_at.ts'
import { cellsIn, cellsUnder, proposeBrush } from '../../tools/brush.ts'
import { useExtra } from '../extra.ts'
import type { Sight } from '../sight.ts'
import { type Press, settle, type ToolHand } from './tool_hand.ts'

export function brushHand(sight: Sight): ToolHand {
  let painted: Set<string> | null = null
  let corner: Position | null = null

  const under = ({ point }: Press): string[] => {
    const scene = sight.scene()
    if (!scene) return []
    const place = sight.placeOf(point)
    if (corner) {
      const box = boxOf([corner, place])
      return cellsIn(scene, facesIn(scene.fabric, box), box)
    }
    return cellsUnder(scene, place, sight.reach(useEditor.getState().brush / 2))
  }
  const paint = (press: Press): readonly string[] => {
    const cells = under(press)
    if (!painted || corner) return cells
    for (const id of cells) painted.add(id)
    return [...painted]
  }
  const showBox = (to: Position | null) => useExtra.setState({ box: corner && to ? [corner, to] : null })
  const choose = ({ point }: Press) => {
    const scene = sight.scene()
    const grid = scene && cellAt(scene.fabric, sight.placeOf(point))?.grids[scene.scope.scheme]
    if (grid) chooseGrid(grid)
    else say({ word: 'chooseGrid' })
  }
  const give = (cells: readonly string[]) => {
    const scene = sight.scene()
    if (scene) settle(proposeBrush(scene, cells))
    useEditor.setState({ proposal: null })
  }
  return {
    cursor: 'crosshair',
    draws: true,
    movesByKeys: true,
    down: (press) => {
      // The first press says for which grid the next ones are.
      if (useEditor.getState().current === null) {
        choose(press)
        return true
      }
      painted = new Set()
      corner = press.ctrl ? sight.placeOf(press.point) : null
      return true
    },
    drag: (press) => void paint(press),
    aim: (press) => {
      const scene = sight.scene()
      const pointer = sight.placeOf(press.point)
      showBox(pointer)
      useEditor.setState({ pointer, snap: null, proposal: scene && proposeBrush(scene, paint(press)) })
    },
    up: (press) => {
      if (!painted) return
      const cells = paint(press)
      painted = null
      corner = null
      showBox(null)
      give(cells)
    },
    drop: (press) => (useEditor.getState().current === null ? choose(press) : give(under(press))),
    end: () => showBox(null),
  }
}
