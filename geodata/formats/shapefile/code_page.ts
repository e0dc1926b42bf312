/** Which code page a table's text is in. The .cpg is often missing or wrong, and the byte in the header says little. */
import type { Finding } from '../format.ts'
import { type Encoding, fits, isAscii } from '../text.ts'

/** Byte 29 of the header. 0x57 means "the writer's own code page": nothing that can be known elsewhere. */
const LANGUAGE_DRIVERS: Readonly<Record<number, Encoding>> = {
  3: 'windows-1252',
  77: 'gb18030',
  122: 'gb18030',
  79: 'big5',
  120: 'big5',
}

/** In the order in which they are tried: GBK can pass for no other, and every byte is something in Windows-1252. */
const CANDIDATES: readonly Encoding[] = ['utf-8', 'gb18030', 'windows-1252']

/** Says in `findings` when the declaration was missing or wrong and the text is not plain ASCII. */
export function chooseEncoding(
  cpg: string | undefined,
  languageDriver: number,
  texts: Iterable<Uint8Array>,
  findings: Finding[],
): Encoding {
  const telling = [...texts].filter((bytes) => !isAscii(bytes))
  const declared = (cpg && fromCpg(cpg)) || LANGUAGE_DRIVERS[languageDriver]
  const holds = (encoding: Encoding) => telling.every((bytes) => fits(bytes, encoding))
  if (declared && holds(declared)) return declared
  if (telling.length === 0) return declared ?? 'utf-8'
  const encoding = CANDIDATES.find(holds) ?? 'windows-1252'
  if (declared)
    findings.push({ code: 'code_page_not_as_declared', detail: { declared: cpg?.trim() || declared, used: encoding } })
  else findings.push({ code: 'code_page_guessed', detail: { used: encoding } })
  return encoding
}

function fromCpg(text: string): Encoding | undefined {
  const name = text
    .trim()
    .toLowerCase()
    .replace(/^(ansi|oem|cp|windows|ms)[ _-]?/, '')
    .replace(/[ _-]/g, '')
  if (name === 'utf8' || name === '65001') return 'utf-8'
  if (['936', 'gbk', 'gb2312', 'gb18030', '54936', 'euccn'].includes(name)) return 'gb18030'
  if (['950', 'big5'].includes(name)) return 'big5'
  if (['1252', 'iso88591', '88591', 'latin1'].includes(name)) return 'windows-1252'
  return undefined
}
