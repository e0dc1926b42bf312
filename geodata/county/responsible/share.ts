/** How work is shared out among people. */
import type { Demo, DemoFeature } from '../demo.ts'
import type { Person, Register } from './register.ts'

export const gridsOf = (features: Demo['features'], scheme: string): readonly DemoFeature[] =>
  features.grids!.filter(({ properties }) => properties.scheme === scheme)

/** In as few parts of about equal size as hold no more than `most` each, in order. */
export function shared<Item>(items: readonly Item[], most: number): Item[][] {
  const parts = Math.ceil(items.length / most)
  return Array.from({ length: parts }, (_, i) =>
    items.slice(Math.round((items.length * i) / parts), Math.round((items.length * (i + 1)) / parts)),
  )
}

/** Each leads one grid and stands in for the leader before; who is alone is stood in for by `other`. */
export function chain(register: Register, grids: readonly DemoFeature[], leaders: readonly Person[], other: Person): void {
  grids.forEach((grid, i) => {
    register.assign('grids', grid, 'grid_leader', leaders[i]!)
    register.assign('grids', grid, 'grid_leader', leaders.length > 1 ? leaders[(i + 1) % leaders.length]! : other, {
      standing: 'B',
    })
  })
}
