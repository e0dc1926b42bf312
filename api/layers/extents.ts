export type Extent = readonly [west: number, south: number, east: number, north: number]

/** The smallest extent around all of them; null where there is none. */
export function unite(extents: readonly (Extent | null)[]): Extent | null {
  const known = extents.filter((extent) => extent !== null)
  if (known.length === 0) return null
  return [
    Math.min(...known.map(([west]) => west)),
    Math.min(...known.map(([, south]) => south)),
    Math.max(...known.map(([, , east]) => east)),
    Math.max(...known.map(([, , , north]) => north)),
  ]
}
