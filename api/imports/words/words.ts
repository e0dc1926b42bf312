/** The form that the words of an import have in every language. One file per language holds all of them. */
import type { Detail, FormatProblem } from '#geodata/formats/index.ts'
import type { ImportFinding, ImportStoreError, Reason, UsageProblem } from '../refusal.ts'

/** Some words need to know what it is about. */
export type Phrase = string | ((detail: Detail) => string)

/** On the command line itself. */
export type CommandProblem =
  | 'no_file'
  | 'several_files'
  | 'no_layer'
  | 'unknown_option'
  | 'option_without_value'
  | 'not_a_pair'
  | 'given_twice'
  | 'file_not_readable'
  | 'report_not_writable'

export type DatabaseProblem =
  | 'data_folder_in_use'
  | 'data_folder_damaged'
  | 'data_folder_other_version'
  | 'data_folder_unusable'
  | 'migration_changed'
  | 'database_newer'
  | 'migration_failed'
  | 'database_failed'

export interface Words {
  readonly reasons: Readonly<Record<Reason, Phrase>>
  readonly formats: Readonly<Record<FormatProblem, Phrase>>
  readonly findings: Readonly<Record<ImportFinding['code'], Phrase>>
  readonly usage: Readonly<Record<UsageProblem, Phrase>>
  readonly storing: Readonly<Record<ImportStoreError['code'], Phrase>>
  readonly command: Readonly<Record<CommandProblem, Phrase>>
  readonly database: Readonly<Record<DatabaseProblem, Phrase>>
  readonly report: {
    readonly headline: (counts: { read: number; stored: number; refused: number }) => string
    /** `others`: whether some rows could be stored. */
    readonly nothingStored: (others: boolean) => string
    readonly storedAs: (importId: number) => string
    readonly zone: (meridian: number) => string
    readonly coordinateSystem: (name: string) => string
    readonly filled: string
    readonly constants: string
    readonly unmapped: string
    readonly refusals: string
    readonly row: (row: number) => string
    readonly value: (value: string) => string
    readonly more: (count: number) => string
    readonly note: string
    readonly seeHelp: string
  }
  readonly help: string
}

export const say = (phrase: Phrase, detail: Detail = {}): string => (typeof phrase === 'string' ? phrase : phrase(detail))

/** A list in a sentence, cut where it would fill the screen. */
export function listed(value: Detail[string] | undefined, separator: string): string {
  const all = Array.isArray(value) ? (value as readonly string[]) : [String(value ?? '')]
  return all.length > 60 ? [...all.slice(0, 60), '…'].join(separator) : all.join(separator)
}
