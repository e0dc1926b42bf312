import type { LevelNames, NewScheme } from './types.ts'

/** As the server has it. */
export const MOST_LEVELS = 9
const ID = /^[a-z][a-z0-9_]*$/

/** Names of fields that are not as they must be. */
export function faultsOf({ id, name_zh, name_en, levels }: NewScheme): Set<string> {
  const faults = new Set<string>()
  if (!ID.test(id)) faults.add('id')
  const names = (path: string, names: LevelNames) => {
    if (!names.name_zh.trim()) faults.add(`${path}name_zh`)
    if (!names.name_en.trim()) faults.add(`${path}name_en`)
  }
  names('', { name_zh, name_en })
  for (const [index, level] of levels.entries()) names(`levels.${index}.`, level)
  return faults
}
