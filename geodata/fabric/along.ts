// Whose land a stroke runs through, before anything is changed by it.
import { across } from './cut.ts'
import { type Fabric, facesIn } from './fabric.ts'
import { boxOf } from './plane/position.ts'
import { orRefusal } from './refusal.ts'
import { checkStroke, type Stroke } from './stroke.ts'

/** The grids of a scheme that the stroke runs through, each once, in its order. None where the stroke itself is not possible. */
export function gridsAlong(fabric: Fabric, scheme: string, stroke: Stroke): string[] {
  const lines = orRefusal(() => {
    checkStroke(fabric, stroke)
    return across(fabric, facesIn(fabric, boxOf(stroke)), stroke).lines
  })
  if ('refused' in lines) return []
  const grids = lines.map(({ face }) => face?.grids[scheme])
  return [...new Set(grids.filter((grid) => grid !== undefined))]
}
