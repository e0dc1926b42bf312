/**
 * How wide text is in the sheet's font, without opening the font: what is laid out stays a pure function. Advances of Noto Sans SC
 * (regular, bold) for the characters from space to tilde, in thousandths of the size; Chinese characters and their punctuation are
 * as wide as the size.
 */
const ASCII = {
  regular: [
    224, 323, 474, 555, 555, 921, 680, 278, 338, 338, 467, 555, 278, 347, 278, 392, 555, 555, 555, 555, 555, 555, 555, 555, 555,
    555, 278, 278, 555, 555, 555, 474, 946, 608, 657, 638, 688, 589, 552, 689, 728, 293, 535, 646, 543, 812, 723, 742, 633, 742,
    635, 596, 599, 721, 575, 878, 573, 531, 603, 338, 392, 338, 555, 559, 606, 563, 618, 510, 620, 554, 325, 564, 607, 275, 275,
    552, 284, 926, 610, 606, 620, 620, 388, 468, 377, 607, 521, 802, 498, 521, 475, 338, 270, 338, 555,
  ],
  bold: [
    227, 370, 574, 590, 590, 963, 740, 325, 378, 378, 507, 590, 325, 370, 325, 387, 590, 590, 590, 590, 590, 590, 590, 590, 590,
    590, 325, 325, 590, 590, 590, 514, 1007, 641, 681, 656, 714, 615, 585, 717, 757, 330, 568, 686, 578, 853, 749, 770, 667, 770,
    682, 624, 625, 748, 619, 915, 627, 580, 613, 378, 387, 378, 590, 567, 626, 591, 644, 527, 644, 581, 372, 597, 640, 304, 306,
    604, 315, 964, 641, 626, 644, 644, 437, 495, 421, 637, 576, 863, 562, 574, 511, 378, 296, 378, 590,
  ],
} as const

export type Weight = keyof typeof ASCII

/** Height of a Chinese character above the baseline, in parts of the size. */
export const ABOVE = 0.88

/** Width of a text in the unit of `size`. */
export function widthOf(text: string, size: number, weight: Weight = 'regular'): number {
  let thousandths = 0
  for (const character of text) thousandths += ASCII[weight][character.codePointAt(0)! - 32] ?? 1000
  return (thousandths * size) / 1000
}

/** Marks that may not begin a line, and those that may not end one (GB/T 15834, 5.1.10). */
const NOT_FIRST = /^[、，。；：！？）》”’…,.;:!?)\]}]/
const NOT_LAST = /[（《“‘([{]$/

/** Names, each with the mark that parts it from the next. */
const NAMES = /[^、， ]+[、， ]*/gu
/** Chinese characters one by one, numbers and words of other scripts whole, each with the marks that may not be parted from it. */
const CHARACTERS = /[（《“‘]*(?:[!-~À-ɏ’–]+|[^ ])[、，。；：！？）》”’…]* */gu

/**
 * Breaks a text into lines no wider than `width`: between the words or names of which it consists where that is possible, inside of
 * one where it is too long for a line.
 */
export const wrap = (text: string, width: number, size: number, weight: Weight = 'regular'): string[] =>
  broken(text, NAMES, width, size, weight)

/** The same for sentences, which fill their lines. */
export const fill = (text: string, width: number, size: number): string[] => broken(text, CHARACTERS, width, size, 'regular')

function broken(text: string, pieces: RegExp, width: number, size: number, weight: Weight): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = []
    let line = ''
    for (const piece of paragraph.match(pieces) ?? []) {
      if (line !== '' && widthOf(line + piece.trimEnd(), size, weight) > width) {
        lines.push(line.trimEnd())
        line = ''
      }
      line += piece
      while (widthOf(line.trimEnd(), size, weight) > width && [...line].length > 1) {
        const head = headOf(line, width, size, weight)
        if (head.length >= line.trimEnd().length) break
        lines.push(head.trimEnd())
        line = line.slice(head.length)
      }
    }
    return [...lines, line.trimEnd()]
  })
}

/** As much of a text as fits, at least a character; no mark at a wrong end, and no single character left behind. */
function headOf(text: string, width: number, size: number, weight: Weight): string {
  const characters = [...text]
  let count = 1
  while (count < characters.length && widthOf(characters.slice(0, count + 1).join(''), size, weight) <= width) count++
  const isBad = () =>
    NOT_FIRST.test(characters[count] ?? '') ||
    NOT_LAST.test(characters[count - 1]!) ||
    (characters.length - count === 1 && count > 2)
  const most = count
  while (count > 1 && isBad()) count--
  return characters.slice(0, isBad() ? most : count).join('')
}
