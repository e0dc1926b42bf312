import { type Cut, pieceId } from '../cut.ts'
import type { Fabric } from '../fabric.ts'
import { doubleFaceArea, type Face } from '../face.ts'
import { checkSizes } from '../proof.ts'

/** The pieces of each cut face as faces, largest first. They have no ids of their own yet. */
export function piecesOf({ pieces }: Cut): Map<Face, Face[]> {
  const all = new Map<Face, Face[]>()
  for (const [face, polygons] of pieces) {
    const parts = polygons.map((rings): Face => ({ ...face, rings }))
    all.set(
      face,
      parts.sort((a, b) => (doubleFaceArea(a) > doubleFaceArea(b) ? -1 : doubleFaceArea(a) < doubleFaceArea(b) ? 1 : 0)),
    )
  }
  return all
}

/** Faces of all pieces with ids; `assigned` says which grid a piece is in. `scheme`: where a piece that stays in its grid keeps the id. */
export function namedPieces(
  fabric: Fabric,
  pieces: ReadonlyMap<Face, readonly Face[]>,
  assigned: (piece: Face) => Face,
  scheme?: string,
): Face[] {
  // Cells that once were one share the root of their ids, so all pieces of one edit are counted together.
  const taken = new Set<string>()
  return [...pieces].flatMap(([face, parts]) => named(fabric, face, parts.map(assigned), taken, scheme))
}

/** Gives the pieces ids: the largest of those in the old grid keeps the face's, else the largest. Refuses pieces below the limits. */
function named(fabric: Fabric, of: Face, pieces: readonly Face[], taken: Set<string>, scheme?: string): Face[] {
  const stays = scheme === undefined ? undefined : pieces.find((piece) => piece.grids[scheme] === of.grids[scheme])
  const keeper = stays ?? pieces[0]!
  const faces = pieces.map((piece) => {
    if (piece === keeper) return { ...piece, id: of.id }
    const id = pieceId(fabric, of.id, taken)
    taken.add(id)
    return { ...piece, id }
  })
  checkSizes(fabric, faces)
  return faces
}
