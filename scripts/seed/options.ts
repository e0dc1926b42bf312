/** The command line of `npm run seed`. */
import { DEMO_NAMES, type DemoOrder, orderOf } from '#api/demo/orders.ts'
import { MOST_COUNTIES } from '#geodata/county/people/county_names.ts'
import type { SeedWords } from '../words/seed.zh-CN.ts'

/** Nine digits: what a person can still read out. */
const LARGEST_SEED = 999_999_999

const OPTIONS = ['--demo', '--scale', '--seed']

/** The command line can't be understood. `say` tells it in the reader's language. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  readonly say: (words: SeedWords) => string

  constructor(say: (words: SeedWords) => string) {
    super('wrong usage')
    this.say = say
  }
}

/** 'help', or what is asked for. Throws a UsageError. */
export function readOptions(args: readonly string[]): DemoOrder | 'help' {
  if (args.includes('--help') || args.includes('-h')) return 'help'
  const given = readPairs(args)
  const name = DEMO_NAMES.find((each) => each === (given.get('--demo') ?? 'county'))
  if (!name) throw new UsageError((words) => words.unknown_demo(given.get('--demo')!, DEMO_NAMES.join(', ')))
  const scale = wholeNumber(given, '--scale', MOST_COUNTIES)
  const seed = wholeNumber(given, '--seed', LARGEST_SEED)
  const superfluous = name === 'town' && ['--scale', '--seed'].find((option) => given.has(option))
  if (superfluous) throw new UsageError((words) => words.county_only(superfluous))
  return orderOf(name, { scale, seed })
}

/** Both `--scale 3` and `--scale=3`. */
function readPairs(args: readonly string[]): Map<string, string> {
  const given = new Map<string, string>()
  for (let at = 0; at < args.length; at++) {
    const [, option, inline] = /^([^=]*)(?:=([\s\S]*))?$/.exec(args[at]!)!
    if (!OPTIONS.includes(option!)) throw new UsageError((words) => words.unknown_option(args[at]!))
    if (given.has(option!)) throw new UsageError((words) => words.given_twice(option!))
    const value = inline ?? args[++at]
    if (!value) throw new UsageError((words) => words.option_without_value(option!))
    given.set(option!, value)
  }
  return given
}

function wholeNumber(given: ReadonlyMap<string, string>, option: string, most: number): number {
  const text = given.get(option) ?? '1'
  const number = /^\d{1,9}$/.test(text) ? Number(text) : 0
  if (number < 1 || number > most) throw new UsageError((words) => words.bad_number(option, text, most))
  return number
}
