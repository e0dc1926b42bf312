/** The squares of a map page, by which a place is found on it: letters from west to east, numbers from north to south. */

/** Side of a square on paper. In the book's scales it is a round length on the ground. */
export const SQUARE_MM = 40

/** `A1` is the square in the north-west. Millimetres from the frame's top left corner; what lies on a line belongs to the next square. */
export function squareAt(right: number, down: number, frame: { readonly width: number; readonly height: number }): string {
  const place = (at: number, length: number) => Math.min(Math.floor(at / SQUARE_MM), Math.round(length / SQUARE_MM) - 1)
  return `${letterOf(place(right, frame.width))}${place(down, frame.height) + 1}`
}

export const letterOf = (column: number): string => String.fromCharCode(65 + column)
