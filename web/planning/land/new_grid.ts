import type { Fabric, Grid } from '#geodata/fabric/index.ts'

/** A grid of a draft has no code yet. */
export function newGridId(scheme: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(4))
  return `${scheme}/new-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

/** A name that no sister has: the number in it counts on (第3网格 → 第8网格), or one is put behind it. */
export function nextName(
  fabric: Fabric,
  { scheme, level, parent, name }: Pick<Grid, 'scheme' | 'level' | 'parent' | 'name'>,
): string {
  const taken = new Set(
    [...fabric.grids.values()]
      .filter((grid) => grid.scheme === scheme && grid.level === level && grid.parent === parent && !grid.retired)
      .map((grid) => grid.name),
  )
  const [, head = name, digits, tail = ''] = /^(.*?)(\d+)(\D*)$/.exec(name) ?? []
  const width = digits?.startsWith('0') ? digits.length : 1
  for (let number = digits ? Number(digits) + 1 : 2; ; number++) {
    const next = digits ? `${head}${String(number).padStart(width, '0')}${tail}` : `${name}${number}`
    if (!taken.has(next)) return next
  }
}
