import { type Fabric, type Face, facesIn, type Position } from '#geodata/fabric/index.ts'
import { polygonEncloses } from '#geodata/fabric/plane/ring.ts'

/** The cell that a place lies in. */
export function cellAt(fabric: Fabric, [x, y]: Position): Face | undefined {
  // Half a millimetre off, so that a place on a border lies in one cell.
  return facesIn(fabric, [x, y, x, y]).find(({ rings }) => polygonEncloses(rings, [2 * x + 1, 2 * y + 1]))
}
