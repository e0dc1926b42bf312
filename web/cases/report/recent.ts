/** Kinds that were reported last on this device, the latest first: whoever walks a street reports the same few again and again. */
const KEPT = 'jiangli.cases.recent'
const MOST = 6

export function recentKinds(): readonly string[] {
  try {
    const codes: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '[]')
    return Array.isArray(codes) ? codes.filter((code): code is string => typeof code === 'string') : []
  } catch {
    return []
  }
}

export const withRecent = (codes: readonly string[], code: string): readonly string[] =>
  [code, ...codes.filter((other) => other !== code)].slice(0, MOST)

export function keepRecent(code: string): void {
  try {
    localStorage.setItem(KEPT, JSON.stringify(withRecent(recentKinds(), code)))
  } catch {
    // Then they are found the long way.
  }
}
