import type { FindingKind } from '#api/responsibility/findings/question.ts'
import type { Finding, FindingCount } from '#api/responsibility/findings/store.ts'

export type { Finding, FindingCount, FindingKind }

/** In the order of urgency. */
export const KINDS: readonly FindingKind[] = ['vacant', 'left', 'expired', 'overloaded', 'without_substitute']

/** Which of a kind: all of one layer, scheme and role. */
export interface Group {
  readonly layer: string | null
  readonly scheme: string | null
  readonly role: string
}

export interface Filter {
  readonly territory: string | null
  readonly scheme: string | null
  readonly day: string | null
}

/** As the address of the question has it; what is not asked for is left out. */
export function filterQuery({ territory, scheme, day }: Filter, group: Group | null = null): Record<string, string> {
  const chosen: Record<string, string | null> = {
    territory,
    scheme: scheme ?? group?.scheme ?? null,
    layer: group?.layer ?? null,
    role: group?.role ?? null,
    at: day,
  }
  return Object.fromEntries(Object.entries(chosen).filter((entry): entry is [string, string] => entry[1] !== null))
}

export interface GroupCount extends Group {
  readonly count: number
  readonly metres: number | null
}

/** Of one kind, as the catalogue orders them. */
export const groupsOf = (counts: readonly FindingCount[], kind: FindingKind): GroupCount[] =>
  counts.filter((one) => one.kind === kind)

export const sameGroup = (one: Group | null, other: Group | null): boolean =>
  one === other ||
  (one !== null && other !== null && one.layer === other.layer && one.scheme === other.scheme && one.role === other.role)

/** Boxes of what a person carries too much of, places of everything else. */
export function marksOf(findings: readonly Finding[], mark: string): GeoJSON.Feature[] {
  return findings.flatMap(({ kind, bbox, point }): GeoJSON.Feature[] => {
    if (kind === 'overloaded' && bbox) {
      const [west, south, east, north] = bbox
      const ring = [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ]
      return [
        { type: 'Feature', properties: { mark }, geometry: { type: 'LineString', coordinates: ring } },
        {
          type: 'Feature',
          properties: { mark },
          geometry: { type: 'Point', coordinates: [(west + east) / 2, (south + north) / 2] },
        },
      ]
    }
    return point ? [{ type: 'Feature', properties: { mark }, geometry: { type: 'Point', coordinates: [...point] } }] : []
  })
}
