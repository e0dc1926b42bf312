/** The command line of `npm run import`. */
import type { CommandProblem } from '#api/imports/words/words.ts'
import type { Detail } from '#geodata/formats/index.ts'

export interface Options {
  readonly file: string
  readonly layer: string
  readonly map: Readonly<Record<string, string>>
  readonly set: Readonly<Record<string, string>>
  readonly partial: boolean
  readonly again: boolean
  readonly crs?: string
  readonly report?: string
}

export class CommandError extends Error {
  override readonly name = 'CommandError'
  readonly code: CommandProblem
  readonly detail: Detail

  constructor(code: CommandProblem, detail: Detail = {}) {
    super(code)
    this.code = code
    this.detail = detail
  }
}

const FLAGS = ['--partial', '--again']
const WITH_VALUE = ['--layer', '--map', '--set', '--crs', '--report']

/** 'help', or what is asked for. Throws a CommandError. */
export function readOptions(args: readonly string[]): Options | 'help' {
  if (args.includes('--help') || args.includes('-h')) return 'help'
  const files: string[] = []
  const flags = new Set<string>()
  const given = new Map<string, string[]>()
  for (let at = 0; at < args.length; at++) {
    const { option, inline } = split(args[at]!)
    if (option === undefined) files.push(args[at]!)
    else if (FLAGS.includes(option) && inline === undefined) flags.add(option)
    else if (WITH_VALUE.includes(option)) {
      const value = inline ?? args[++at]
      if (value === undefined || value === '') throw new CommandError('option_without_value', { option })
      given.set(option, [...(given.get(option) ?? []), value])
    } else throw new CommandError('unknown_option', { option: args[at]! })
  }
  if (files.length > 1) throw new CommandError('several_files', { files })
  if (!files[0]) throw new CommandError('no_file')
  const layer = single(given, '--layer')
  if (layer === undefined) throw new CommandError('no_layer')
  const [crs, report] = [single(given, '--crs'), single(given, '--report')]
  return {
    ...{
      file: files[0],
      layer,
      map: pairs(given, '--map'),
      set: pairs(given, '--set'),
      partial: flags.has('--partial'),
      again: flags.has('--again'),
    },
    ...(crs !== undefined && { crs }),
    ...(report !== undefined && { report }),
  }
}

/** Both `--layer roads` and `--layer=roads`; the values of --map and --set have a sign of equality of their own. */
function split(argument: string): { option?: string; inline?: string } {
  if (!argument.startsWith('-')) return {}
  const [, option, inline] = /^(--?[^=]*)(?:=([\s\S]*))?$/.exec(argument)!
  return { option: option!, ...(inline !== undefined && { inline }) }
}

function single(given: ReadonlyMap<string, string[]>, option: string): string | undefined {
  const values = given.get(option) ?? []
  if (values.length > 1) throw new CommandError('given_twice', { option, value: values[1]! })
  return values[0]
}

function pairs(given: ReadonlyMap<string, string[]>, option: string): Record<string, string> {
  const found = new Map<string, string>()
  for (const text of given.get(option) ?? []) {
    const at = text.indexOf('=')
    const [name, value] = [text.slice(0, at).trim(), text.slice(at + 1)]
    if (at < 1 || name === '') throw new CommandError('not_a_pair', { option, value: text })
    if (found.has(name)) throw new CommandError('given_twice', { option, value: name })
    found.set(name, value)
  }
  return Object.fromEntries(found)
}
