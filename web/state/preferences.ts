import { type Language, readLanguage } from './url.ts'

/** What a person chose on this device. Storage may be forbidden; then choices last as long as the page. */
const read = (key: string): string | null => {
  try {
    return localStorage.getItem(`jiangli.${key}`)
  } catch {
    return null
  }
}

const write = (key: string, value: string): void => {
  try {
    localStorage.setItem(`jiangli.${key}`, value)
  } catch {
    // Nothing to do: the choice holds until the page closes.
  }
}

export const savedLanguage = (): Language | null => readLanguage(read('language'))
export const saveLanguage = (language: Language): void => write('language', language)

export const savedHeight = (): number | null => Number(read('table-height')) || null
export const saveHeight = (height: number): void => write('table-height', String(Math.round(height)))

export function savedOpacity(): Readonly<Record<string, number>> {
  try {
    const opacity: unknown = JSON.parse(read('opacity') ?? '{}')
    return typeof opacity === 'object' && opacity !== null ? (opacity as Record<string, number>) : {}
  } catch {
    return {}
  }
}
export const saveOpacity = (opacity: Readonly<Record<string, number>>): void => write('opacity', JSON.stringify(opacity))
