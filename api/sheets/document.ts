/** Makes a PDF document with the fonts of all sheets. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import { LANGUAGE_TAG } from '../words/index.ts'
import type { Plate } from './content.ts'
import { Pen } from './pen.ts'

/**
 * Noto Sans SC with all of its 30,000 characters. Smaller packages hold the 6,763 of GB 2312, which people's names go beyond: a 喆 or 堃
 * without its glyph would be an empty box on the wall. The files stay out of what is sent: a sheet carries only the glyphs it shows.
 */
const FONTS = {
  regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
} as const
const fontBytes = new Map<string, Buffer>()
const fontOf = (path: string): Buffer => {
  const known = fontBytes.get(path) ?? readFileSync(createRequire(import.meta.url).resolve(path))
  fontBytes.set(path, known)
  return known
}

type Labelled = Pick<Plate, 'language' | 'title' | 'drawnOn'>

/** The bytes of a PDF: the same for the same drawing on the same day. */
export async function makeDocument({ language, title, drawnOn }: Labelled, draw: (pen: Pen) => void): Promise<Buffer> {
  const document = new PDFDocument({
    autoFirstPage: false,
    compress: true,
    lang: LANGUAGE_TAG[language],
    displayTitle: true,
    pdfVersion: '1.7',
    // A sheet of the same day and data is the same to the byte.
    info: { Title: title, Creator: 'Jiangli', Producer: 'Jiangli', CreationDate: new Date(`${drawnOn}T00:00:00+08:00`) },
  })
  const chunks: Buffer[] = []
  const done = new Promise<Buffer>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => resolve(Buffer.concat(chunks)))
    document.on('error', reject)
  })
  for (const [name, path] of Object.entries(FONTS)) document.registerFont(name, fontOf(path))
  draw(new Pen(document))
  document.end()
  return done
}
