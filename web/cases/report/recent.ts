import { withRecent } from './kinds.ts'

/** Kinds that were reported last on this device, the latest first. */
const KEPT = 'jiangli.cases.recent'

export function recentKinds(): readonly string[] {
  try {
    const codes: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '[]')
    return Array.isArray(codes) ? codes.filter((code): code is string => typeof code === 'string') : []
  } catch {
    return []
  }
}

export function keepRecent(code: string): void {
  try {
    localStorage.setItem(KEPT, JSON.stringify(withRecent(recentKinds(), code)))
  } catch {
    // Then they are found the long way.
  }
}
