import type { CaseKind } from '#geodata/cases/records.ts'
import { today } from '../../values/times.ts'

/** One row of each code: that of a day. The list may hold editions that are over or still to come. */
export function currentKinds(kinds: readonly CaseKind[], day = today()): readonly CaseKind[] {
  return kinds
    .filter(({ valid_from, valid_to }) => valid_from <= day && (valid_to === null || valid_to > day))
    .sort((one, other) => one.code.localeCompare(other.code))
}

/** By a part of the name in either language, of the class, or by the beginning of the code; names first. */
export function matching(kinds: readonly CaseKind[], text: string): readonly CaseKind[] {
  const wanted = text.trim().toLowerCase()
  if (!wanted) return kinds
  const rank = ({ code, name, name_en, class_name, class_name_en }: CaseKind): number => {
    if (name.toLowerCase().startsWith(wanted) || code.toLowerCase().startsWith(wanted)) return 0
    if (name.toLowerCase().includes(wanted) || name_en.toLowerCase().includes(wanted)) return 1
    return class_name.toLowerCase().includes(wanted) || class_name_en.toLowerCase().includes(wanted) ? 2 : 3
  }
  return kinds
    .map((kind) => [rank(kind), kind] as const)
    .filter(([at]) => at < 3)
    .sort(([one], [other]) => one - other)
    .map(([, kind]) => kind)
}

/** By class, in the order of the codes. */
export function classesOf(kinds: readonly CaseKind[]): readonly (readonly CaseKind[])[] {
  const classes = new Map<string, CaseKind[]>()
  for (const kind of kinds) {
    const key = kind.code.slice(0, 3)
    const known = classes.get(key)
    if (known) known.push(kind)
    else classes.set(key, [kind])
  }
  return [...classes.values()]
}

const MOST_RECENT = 6

/** Whoever walks a street reports the same few again and again. */
export const withRecent = (codes: readonly string[], code: string): readonly string[] =>
  [code, ...codes.filter((other) => other !== code)].slice(0, MOST_RECENT)
