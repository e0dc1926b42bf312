/** Who takes what: one person everything, or of each layer and role somebody, or nobody. */
export interface Successors {
  readonly mode: 'one' | 'each'
  readonly one: number | null
  readonly each: Readonly<Record<string, number | null>>
}

export const keyOfGroup = ({ layer, role }: { layer: string; role: string }): string => `${layer}/${role}`

/** As the request says it; null where nobody would take anything. */
export function readTo({ mode, one, each }: Successors): number | { layer: string; role: string; to: number }[] | null {
  if (mode === 'one') return one
  const groups = Object.entries(each).flatMap(([key, to]) => {
    const [layer, role] = key.split('/')
    return to === null ? [] : [{ layer: layer!, role: role!, to }]
  })
  return groups.length > 0 ? groups : null
}
