// Existing grids made into cells: what a file's areas leave open or claim twice, and how it is settled.
export { type FileGrid, gridsOf, type RowGrids } from './grids.ts'
export type { Outcome, Piece, Region, SettledCell, Settlement } from './piece.ts'
export { settle } from './settle.ts'
