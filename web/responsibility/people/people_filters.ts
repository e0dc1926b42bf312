export interface PeopleQuestion {
  readonly q: string
  readonly territory: string | null
  readonly organisation: { readonly id: number } | null
  readonly left: 'all' | 'false' | 'true'
}

/** As the list and the export of people are asked; what is not asked for is left out. */
export function peopleFilters({ q, territory, organisation, left }: PeopleQuestion): Record<string, string> {
  return {
    ...(q.trim() && { q: q.trim() }),
    ...(territory !== null && { territory }),
    ...(organisation && { organisation_id: String(organisation.id) }),
    ...(left !== 'all' && { left }),
  }
}
