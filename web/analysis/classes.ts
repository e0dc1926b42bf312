// Classes of numbers with round borders, and their colours.

/** From this number on, below that of the next class. */
export interface Class {
  readonly from: number
  readonly to: number
  readonly color: string
}

const MOST = 6
const MOST_EVEN = 8
const LADDER = [1, 2, 5]

/** Each class about twice as wide as the one below, 0, 1, 2, 5, 10 …: for numbers of which most are small and few are large. */
export function growingClasses(values: readonly number[]): readonly Class[] {
  const greatest = Math.max(0, ...valuesOf(values))
  if (greatest === 0) return []
  let step = 0
  while (rung(step) > greatest) step -= 1
  while (rung(step) <= greatest) step += 1
  const borders = Array.from({ length: MOST }, (_, index) => rung(step - index)).reverse()
  return toClasses([0, ...borders])
}

/** Whole numbers that are never 0: 1, 2–4, 5–9 …, or each number by itself where there are few. */
export function countClasses(values: readonly number[]): readonly Class[] {
  const greatest = Math.max(0, ...valuesOf(values))
  if (greatest === 0) return []
  if (greatest <= MOST) return toClasses(Array.from({ length: greatest + 1 }, (_, index) => index + 1))
  let last = 0
  while (rung(last) <= greatest) last += 1
  const first = Math.max(0, last - MOST)
  const borders = Array.from({ length: last - first + 1 }, (_, index) => rung(first + index))
  return toClasses([1, ...borders.slice(1)])
}

/** Equal steps from 0: for numbers that are also shown as heights. */
export function evenClasses(values: readonly number[], whole: boolean): readonly Class[] {
  const greatest = Math.max(0, ...valuesOf(values))
  if (greatest === 0) return []
  let power = whole ? 0 : -12
  while (rung(power) * MOST_EVEN <= greatest) power += 1
  const step = rung(power)
  const count = Math.floor(greatest / step) + 1
  return toClasses(Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12))))
}

/** …, 0.5, 1, 2, 5, 10, … */
const rung = (step: number): number => {
  const power = Math.floor(step / LADDER.length)
  return Number(`${LADDER[step - power * LADDER.length]}e${power}`)
}

/** Spreading a hundred thousand numbers into Math.max overflows the stack; the extremes of groups are enough. */
function valuesOf(values: readonly number[]): readonly number[] {
  return values.length < 10_000 ? values : [values.reduce((most, value) => Math.max(most, value), 0)]
}

export const classOf = (classes: readonly Class[], value: number): number => {
  const index = classes.findIndex(({ to }) => value < to)
  return index < 0 ? classes.length - 1 : index
}

/** ColorBrewer's YlGnBu: darker is more, also for colour-blind eyes and in grey print. */
const RAMP = ['#edf8b1', '#c7e9b4', '#7fcdbb', '#41b6c4', '#1d91c0', '#225ea8', '#253494', '#0c1f5c']

function toClasses(borders: readonly number[]): readonly Class[] {
  const count = borders.length - 1
  return borders.slice(0, -1).map((from, index) => ({
    from,
    to: borders[index + 1]!,
    color: RAMP[count === 1 ? 4 : Math.round((index / (count - 1)) * (RAMP.length - 1))]!,
  }))
}

export function toRgb(color: string): [number, number, number] {
  const number = Number.parseInt(color.slice(1), 16)
  return [number >> 16, (number >> 8) & 255, number & 255]
}

const FORMAT = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 6 })

/** Borders of whole numbers are said so that no number stands in two classes: 2 – 4, 5 – 9. */
export function classLabel({ from, to }: Class, whole: boolean): string {
  const last = whole ? to - 1 : to
  return from === last ? FORMAT.format(from) : `${FORMAT.format(from)} – ${FORMAT.format(last)}`
}
