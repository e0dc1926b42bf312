/** Numbers from 0 for shapes that share borders, so that neighbours differ. */

/** Neighbours on a plane can always do with six when those with the fewest neighbours choose last (each has at most five before it). */
export const HUES = 6

/** @param shapes polygons whose common borders have the same vertices on both sides */
export function alternate(shapes: readonly GeoJSON.MultiPolygon[]): number[] {
  const neighbours = neighboursOf(shapes)
  const hues = shapes.map(() => -1)
  for (const index of fewestLast(neighbours)) {
    const taken = new Map<number, number>()
    for (const other of neighbours[index]!) taken.set(hues[other]!, (taken.get(hues[other]!) ?? 0) + 1)
    // Parts that lie apart make grids that no plane has; then the hue that is met least often.
    const choices = Array.from({ length: HUES }, (_, hue) => ({ hue, met: taken.get(hue) ?? 0 }))
    hues[index] = choices.reduce((best, one) => (one.met < best.met ? one : best)).hue
  }
  return hues
}

function neighboursOf(shapes: readonly GeoJSON.MultiPolygon[]): Set<number>[] {
  const neighbours = shapes.map(() => new Set<number>())
  const owners = new Map<string, number>()
  for (const [index, { coordinates }] of shapes.entries()) {
    for (const ring of coordinates.flat()) {
      for (let at = 1; at < ring.length; at++) {
        const [from, to] = [String(ring[at - 1]), String(ring[at])]
        const key = from < to ? `${from} ${to}` : `${to} ${from}`
        const other = owners.get(key)
        if (other === undefined) owners.set(key, index)
        else if (other !== index) {
          neighbours[index]!.add(other)
          neighbours[other]!.add(index)
        }
      }
    }
  }
  return neighbours
}

/** Smallest last (Matula & Beck 1983): whoever has the fewest neighbours among those that are left chooses after them. */
function fewestLast(neighbours: readonly ReadonlySet<number>[]): number[] {
  const left = neighbours.map((set) => set.size)
  const waiting = new Set(neighbours.keys())
  const buckets: number[][] = []
  const wait = (index: number) => {
    buckets[left[index]!] ??= []
    buckets[left[index]!]!.push(index)
  }
  for (const index of waiting) wait(index)
  const order: number[] = []
  while (waiting.size > 0) {
    const bucket = buckets.find((some) => some !== undefined && some.length > 0)!
    const index = bucket.pop()!
    // It may still stand in a bucket of before.
    if (!waiting.delete(index)) continue
    order.push(index)
    for (const other of neighbours[index]!) {
      if (!waiting.has(other)) continue
      left[other]!--
      wait(other)
    }
  }
  return order.reverse()
}
