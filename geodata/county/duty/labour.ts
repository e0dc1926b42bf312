/** Labour inspection: one grid for every two or three communities of a town, a second partition of the same territory. */
import type { County } from '../county.ts'
import type { Community } from '../people/communities.ts'
import { isOnePiece } from './areas.ts'
import { type Grid, padded } from './grid.ts'

export function labourGrids(county: County): Grid[] {
  return county.towns.flatMap((town) => {
    const groups = group(county, town.communities, besideIn(county, town.communities))
    if (!groups) throw new Error(`${town.name} can't be grouped`)
    return groups.map(
      (communities, i): Grid => ({
        scheme: 'labour',
        level: 1,
        code: `${town.code}000${padded(i + 1, 3)}`,
        name: `${communities.map(({ short }) => short.zh).join('')}监察网格`,
        name_en: `${communities.map(({ short }) => short.en).join('–')} Labour Inspection Grid`,
        parent: null,
        cells: communities.flatMap(({ cells }) => cells),
      }),
    )
  })
}

type Neighbours = ReadonlyMap<Community, ReadonlySet<Community>>

function besideIn(county: County, communities: readonly Community[]): Neighbours {
  const beside = new Map(communities.map((each) => [each, new Set<Community>()]))
  for (const each of communities)
    for (const { face } of each.cells)
      for (const other of county.neighbours.get(face)!) {
        const neighbour = county.communityOf.get(other.face)!
        if (neighbour !== each && beside.has(neighbour)) beside.get(each)!.add(neighbour)
      }
  return beside
}

/** The community with the fewest free neighbours chooses first; where that leads nowhere, the choice is taken back. */
function group(county: County, open: readonly Community[], beside: Neighbours): Community[][] | undefined {
  if (open.length === 0) return []
  const free = (each: Community) => open.filter((other) => beside.get(each)!.has(other))
  const first = open.reduce((best, each) => (free(each).length < free(best).length ? each : best))
  for (const members of choices(first, free)) {
    if (open.length - members.length === 1) continue
    if (
      !isOnePiece(
        county,
        members.flatMap(({ cells }) => cells),
      )
    )
      continue
    const rest = group(
      county,
      open.filter((each) => !members.includes(each)),
      beside,
    )
    if (rest) return [members, ...rest]
  }
  return undefined
}

function* choices(first: Community, free: (each: Community) => Community[]): Generator<Community[]> {
  const near = free(first)
  for (const second of near) yield [first, second]
  for (const second of near)
    for (const third of new Set([...near, ...free(second)])) {
      if (third !== first && third !== second) yield [first, second, third]
    }
}
