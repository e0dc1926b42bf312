/**
 * Who finds room when all have to leave at once: as many people as can be, exactly (maximum flow by shortest augmenting paths, Edmonds and Karp 1972).
 * Households that reach the same shelters are one group, so the graph is small however many households there are.
 */

export interface Group {
  readonly people: number
  /** Shelters that they reach, by their place in the list of capacities; preferred ones first. */
  readonly shelters: readonly number[]
}

export interface Allocation {
  /** By group, people at each of its shelters, in the group's order. */
  readonly assigned: readonly (readonly number[])[]
  /** By group, who finds no room. */
  readonly unplaced: readonly number[]
}

export function allocate(groups: readonly Group[], capacities: readonly number[]): Allocation {
  const room = [...capacities]
  const assigned = groups.map(({ shelters }) => shelters.map(() => 0))
  const unplaced = groups.map(({ people }) => people)
  /** By shelter, where in which groups it stands. */
  const users = capacities.map((): (readonly [group: number, at: number])[] => [])
  groups.forEach(({ shelters }, group) => {
    for (const [at, shelter] of shelters.entries()) users[shelter]!.push([group, at])
  })
  for (const group of groups.keys())
    for (;;) {
      if (unplaced[group] === 0) break
      const path = shortestPath(groups, room, assigned, users, group)
      if (!path) break
      push(path, groups, room, assigned, unplaced, group)
    }
  return { assigned, unplaced }
}

/** From a group to a shelter with room, in turns: a place at a shelter that a group takes, and one that another group gives up there. */
interface Step {
  readonly group: number
  readonly at: number
  /** The step by which the group came to need another place. */
  readonly before: Step | undefined
  /** Where `before`'s shelter stands among this group's. */
  readonly gives: number
}

function shortestPath(
  groups: readonly Group[],
  room: readonly number[],
  assigned: readonly (readonly number[])[],
  users: readonly (readonly (readonly [number, number])[])[],
  from: number,
): Step | undefined {
  const seenShelters = new Set<number>()
  const seenGroups = new Set([from])
  const open: { group: number; before: Step | undefined; gives: number }[] = [{ group: from, before: undefined, gives: -1 }]
  for (const { group, before, gives } of open)
    for (const [at, shelter] of groups[group]!.shelters.entries()) {
      if (seenShelters.has(shelter)) continue
      seenShelters.add(shelter)
      const step: Step = { group, at, before, gives }
      if (room[shelter]! > 0) return step
      for (const [other, place] of users[shelter]!)
        if (assigned[other]![place]! > 0 && !seenGroups.has(other)) {
          seenGroups.add(other)
          open.push({ group: other, before: step, gives: place })
        }
    }
  return undefined
}

function push(
  last: Step,
  groups: readonly Group[],
  room: number[],
  assigned: number[][],
  unplaced: number[],
  from: number,
): void {
  let people = Math.min(unplaced[from]!, room[groups[last.group]!.shelters[last.at]!]!)
  for (let step = last; step.before; step = step.before) people = Math.min(people, assigned[step.group]![step.gives]!)
  room[groups[last.group]!.shelters[last.at]!]! -= people
  for (let step: Step | undefined = last; step; step = step.before) {
    assigned[step.group]![step.at]! += people
    if (step.before) assigned[step.group]![step.gives]! -= people
  }
  unplaced[from]! -= people
}
