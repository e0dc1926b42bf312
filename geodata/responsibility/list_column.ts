import type { Words } from '../layers/layer.ts'

/** A column of a list that goes out as a table and comes back as one. */
export interface ListColumn {
  readonly id: string
  readonly label: Words
  /** Other headings by which it is known. */
  readonly aliases: readonly string[]
  readonly required?: true
  /** May begin with + or −: telephone numbers, numbers. */
  readonly signed?: true
}

export const column = (
  id: string,
  zh: string,
  en: string,
  aliases: readonly string[],
  rest: Partial<ListColumn> = {},
): ListColumn => ({
  id,
  label: { zh, en },
  aliases,
  ...rest,
})
