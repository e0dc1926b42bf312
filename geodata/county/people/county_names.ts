/** Invented names of the counties of a prefecture, and their codes. */
import type { Word } from './words.ts'

/** Without 县 and County, which follow where they belong. */
export interface CountyName extends Word {
  /** Six digits: province, prefecture, county. */
  readonly code: string
}

/** As many as lie on the plane of one central meridian without leaving its three degrees by much, and as there are names. */
export const MOST_COUNTIES = 100

const FIRST: CountyName = { code: '411825', zh: '泽陵', en: 'Zeling' }

const word = ([zh, en]: readonly [string, string]): Word => ({ zh, en })
/** Old words for rivers, rocks and trees of the region; no county of today is called so with any of the endings. */
const STEMS = (
  [
    ['洹', 'Huan'],
    ['滏', 'Fu'],
    ['汜', 'Si'],
    ['邙', 'Mang'],
    ['棠', 'Tang'],
    ['槐', 'Huai'],
    ['椿', 'Chun'],
    ['砺', 'Li'],
    ['涧', 'Jian'],
    ['崤', 'Xiao'],
  ] as const
).map(word)
const ENDINGS = (
  [
    ['川', 'chuan'],
    ['坪', 'ping'],
    ['台', 'tai'],
    ['亭', 'ting'],
    ['津', 'jin'],
    ['丘', 'qiu'],
    ['源', 'yuan'],
    ['城', 'cheng'],
    ['陵', 'ling'],
    ['阳', 'yang'],
  ] as const
).map(word)

export function countyName(number: number): CountyName {
  if (!Number.isInteger(number) || number < 1 || number > MOST_COUNTIES)
    throw new RangeError(`no county has the number ${number}`)
  if (number === 1) return FIRST
  const i = number - 2
  const stem = STEMS[i % STEMS.length]!
  // One ending further with each round, so that every stem meets every ending once.
  const ending = ENDINGS[(i + Math.floor(i / STEMS.length)) % ENDINGS.length]!
  return { code: codeOf(number), zh: stem.zh + ending.zh, en: stem.en + ending.en }
}

/** Onwards from the first county's code. A prefecture has 99 at most; the numbers 4118 and 4119 are given to none in truth. */
function codeOf(number: number): string {
  const at = Number(FIRST.code.slice(4)) + number - 2
  return `${4118 + Math.floor(at / 99)}${String(1 + (at % 99)).padStart(2, '0')}`
}
