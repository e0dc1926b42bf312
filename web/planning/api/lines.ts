import { type LinePiece, type MapLine, piecesOf } from '#geodata/planning/index.ts'
import { getJson } from '../../api/client.ts'

/** All of roads and rivers that reaches into a square (`column/row`) of the plan's land. */
export async function readLinePieces(plan: number, square: string, signal: AbortSignal): Promise<LinePiece[]> {
  const [column, row] = square.split('/') as [string, string]
  const query = new URLSearchParams({ column, row })
  return piecesOf((await getJson<{ lines: MapLine[] }>(`/api/plans/${plan}/lines?${query}`, signal)).lines)
}
