import type { printsZh } from './prints.zh-CN.ts'
import type { Shape } from './shape.ts'

export const printsEn: Shape<typeof printsZh> = {
  title: 'Print the water book or a village poster',
  about: 'Of the territory chosen above: the fire water book goes with the engines, the poster (A1) on a wall of the village.',
  expires: 'Valid until',
  expiresStandard: 'empty: a year ({{day}})',
  paper: 'Paper of the book',
  book: 'Fire water book (PDF)',
  bookName: 'Fire water book.pdf',
  bookOf: 'A book is of a town or a community: choose one above.',
  poster: 'Village poster (PDF, A1)',
  posterName: 'Village poster.pdf',
  posterOf: 'A poster is of a community: choose one above.',
  incidentName: 'Incident sheet.pdf',
  making: 'Making the PDF…',
  cancel: 'Cancel',
  failed: 'Not made: {{reason}}',
}
