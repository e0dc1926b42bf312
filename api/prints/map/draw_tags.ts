import type { Weight } from '../../sheets/measure.ts'
import { INK, type Pen } from '../../sheets/pen.ts'
import type { Tag } from './tags.ts'

/** Writes tags on pale ground, those apart with a line to their symbol. */
export function drawTags(pen: Pen, tags: readonly (Tag | null)[], size: number, weight: Weight = 'bold'): void {
  for (const tag of tags) if (tag?.line) pen.line(tag.line, { width: size * 0.06, color: INK })
  for (const tag of tags)
    if (tag) pen.text(tag.text, tag.x, tag.y + size * 0.36, { size, weight, align: 'center', halo: size * 0.2 })
}
