// Roads and rivers for snapping: asked for where somebody is about to draw, for a county has too many to fetch them all.
import { tilesOf } from '#geodata/fabric/fabric.ts'
import type { Box } from '#geodata/fabric/index.ts'
import { LINE_SQUARE, type LinePiece, type Lines } from '#geodata/planning/index.ts'
import { readLinePieces } from '../api/lines.ts'

export interface LineHolder {
  readonly lines: Lines
  /** Fetches what is missing around. What fails is asked for again the next time. */
  fetchIn: (view: Box) => void
  end: () => void
}

/** A view that needs more squares is too far away to aim at a road. */
const MOST_SQUARES = 24

export function holdLines(plan: number): LineHolder {
  const lines = new Map<string, readonly LinePiece[]>()
  const asked = new Set<string>()
  const ending = new AbortController()
  const fetchSquare = async (square: string) => {
    asked.add(square)
    try {
      lines.set(square, await readLinePieces(plan, square, ending.signal))
    } catch {
      // Without roads one draws as before; nothing is lost that needed to be told.
      asked.delete(square)
    }
  }
  return {
    lines,
    fetchIn: (view) => {
      const squares = [...tilesOf(view, LINE_SQUARE)]
      if (squares.length > MOST_SQUARES) return
      for (const square of squares) if (!asked.has(square)) void fetchSquare(square)
    },
    end: () => ending.abort(),
  }
}
