// What a PDF says and draws: its text through poppler, its paths from the streams themselves.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { inflateSync } from 'node:zlib'

const PROGRAMS = (process.env.PATH ?? '').split(delimiter)
export const hasPoppler = PROGRAMS.some((folder) => existsSync(join(folder, 'pdftotext')))

/** As it stands on the paper, pages apart by form feeds. */
export async function textOf(pdf: Buffer): Promise<string> {
  return run(pdf, ['-layout'])
}

/** All that it says, without the spaces that poppler sees between letters. */
export const plainTextOf = async (pdf: Buffer): Promise<string> => (await textOf(pdf)).replace(/\s+/g, '')

export interface Word {
  readonly text: string
  /** Its middle, in millimetres from the top left corner. */
  readonly x: number
  readonly y: number
}

/** The words of each page. */
export async function wordsOf(pdf: Buffer): Promise<Word[][]> {
  const markup = await run(pdf, ['-bbox'])
  const millimetres = (points: string) => (Number(points) * 25.4) / 72
  return markup
    .split('<page ')
    .slice(1)
    .map((page) =>
      [...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g)].map(
        ([, left = '', top = '', right = '', bottom = '', text = '']) => ({
          text,
          x: (millimetres(left) + millimetres(right)) / 2,
          y: (millimetres(top) + millimetres(bottom)) / 2,
        }),
      ),
    )
}

async function run(pdf: Buffer, options: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jiangli-sheet-'))
  await writeFile(join(folder, 'sheet.pdf'), pdf)
  const text = execFileSync('pdftotext', [...options, join(folder, 'sheet.pdf'), '-'], { encoding: 'utf8', maxBuffer: 2 ** 28 })
  await rm(folder, { recursive: true })
  return text
}

/** The contents of the streams of a PDF, as far as they are compressed. */
export function streamsOf(pdf: Buffer): string[] {
  const text = pdf.toString('latin1')
  return [...text.matchAll(/stream\r?\n/g)].flatMap(({ index, 0: { length } }) => {
    if (text.slice(index - 3, index) === 'end') return []
    try {
      return [inflateSync(pdf.subarray(index + length, text.indexOf('endstream', index + length))).toString('latin1')]
    } catch {
      return []
    }
  })
}

/** What is drawn on each page. */
export const pagesOf = (pdf: Buffer): string[] => streamsOf(pdf).filter((stream) => /^1 0 0 -1 0 [\d.]+ cm/.test(stream))

/** Width and height of each page in whole millimetres. */
export const sizesOf = (pdf: Buffer): [number, number][] =>
  [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [
    Math.round((Number(width) / 72) * 25.4),
    Math.round((Number(height) / 72) * 25.4),
  ])

/** Middles of the circles of a radius in the order in which they are drawn, each once although it is filled and outlined. Millimetres. */
export function circlesOf(page: string, radius: number): [number, number][] {
  const number = '(-?[\\d.]+)'
  const curve = `${Array.from({ length: 6 }, () => '-?[\\d.]+').join(' ')} c\n`
  const first = `-?[\\d.]+ -?[\\d.]+ -?[\\d.]+ -?[\\d.]+ ${number} ${number} c\n`
  const found = [...page.matchAll(new RegExp(`${number} ${number} m\n${first}${curve}${curve}${curve}h`, 'g'))].flatMap(
    ([, left, middle, top, upper]): [number, number][] =>
      Math.abs(Number(top) - Number(left) - radius) < 0.002 && Math.abs(Number(middle) - Number(upper) - radius) < 0.002
        ? [[Number(top), Number(middle)]]
        : [],
  )
  return found.filter(([x, y], index) => index === 0 || found[index - 1]![0] !== x || found[index - 1]![1] !== y)
}
