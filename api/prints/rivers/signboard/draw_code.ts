/** Draws a QR code as squares of ink, without any picture. */
import encodeQR from 'qr'
import type { Box } from '../../../sheets/layout.ts'
import type { Pen } from '../../../sheets/pen.ts'

/** Readers want so many empty modules around a code (ISO/IEC 18004, 9.1). */
const QUIET = 4
const INK = '#000000'

/** Dark modules by row and column, with the empty ones around them; a board outdoors gets scratches, so a quarter of it may be unreadable. */
export const codeOf = (text: string): boolean[][] => encodeQR(text, 'raw', { ecc: 'quartile', border: QUIET })

/** @param box square, its quiet zone included */
export function drawCode(pen: Pen, text: string, box: Box): void {
  const rows = codeOf(text)
  const side = box.width / rows.length
  pen.box(box, { fill: '#ffffff' })
  for (const [row, modules] of rows.entries())
    for (const { from, to } of runsOf(modules))
      pen.document.rect(box.x + from * side, box.y + row * side, (to - from) * side, side)
  pen.document.fillColor(INK, 1).fill()
}

/** Neighbours in a row in one piece: between two that touch, printers leave a hair of white. */
function runsOf(modules: readonly boolean[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = []
  for (const [column, isDark] of modules.entries()) {
    if (!isDark) continue
    const last = runs.at(-1)
    if (last?.to === column) last.to = column + 1
    else runs.push({ from: column, to: column + 1 })
  }
  return runs
}
