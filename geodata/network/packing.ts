/** A network as one buffer, for another thread or to be stored: numbers first, each array at a multiple of eight bytes, then the names as JSON in UTF-16. */
import type { Network } from './network.ts'

const EDITION = 1
const MARK = 0x6e657477

const ARRAYS = [
  Int32Array, // ids
  Uint32Array, // ends
  Float64Array, // lengths_m
  Uint8Array, // flags
  Uint32Array, // lines
  Float64Array, // coordinates
  Float64Array, // along_m
  Uint32Array, // nodes
  Uint32Array, // leaving
  Uint32Array, // components
  Uint32Array, // nameOf
  Uint32Array, // pieces
  Uint32Array, // edgeOfPiece
  Float64Array, // index.boxes
  Uint32Array, // index.items
  Uint32Array, // index.levels
  Uint16Array, // names
] as const

const HEAD = 2 + ARRAYS.length
const wholeEight = (bytes: number): number => Math.ceil(bytes / 8) * 8

export function packNetwork(network: Network): ArrayBuffer {
  const names = Uint16Array.from(JSON.stringify(network.names), (letter) => letter.charCodeAt(0))
  const { ids, ends, lengths_m, flags, lines, coordinates, along_m, nodes, leaving, components } = network
  const { nameOf, pieces, edgeOfPiece, index } = network
  const arrays = [
    ...[ids, ends, lengths_m, flags, lines, coordinates, along_m, nodes, leaving, components],
    ...[nameOf, pieces, edgeOfPiece, index.boxes, index.items, index.levels, names],
  ]
  const buffer = new ArrayBuffer(arrays.reduce((bytes, array) => bytes + wholeEight(array.byteLength), 4 * wholeEight(HEAD)))
  new Uint32Array(buffer, 0, HEAD).set([MARK, EDITION, ...arrays.map(({ length }) => length)])
  let at = 4 * wholeEight(HEAD)
  for (const array of arrays) {
    new Uint8Array(buffer, at, array.byteLength).set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength))
    at += wholeEight(array.byteLength)
  }
  return buffer
}

/** The arrays are views of the buffer. Undefined where the buffer is none of this edition, or was cut off. */
export function unpackNetwork(buffer: ArrayBuffer): Network | undefined {
  if (buffer.byteLength < 4 * wholeEight(HEAD)) return undefined
  const [mark, edition, ...lengths] = new Uint32Array(buffer, 0, HEAD)
  if (mark !== MARK || edition !== EDITION) return undefined
  let at = 4 * wholeEight(HEAD)
  const starts = ARRAYS.map((array, which) => {
    const start = at
    at += wholeEight(lengths[which]! * array.BYTES_PER_ELEMENT)
    return start
  })
  if (at !== buffer.byteLength) return undefined
  const view = <Kind>(kind: new (buffer: ArrayBuffer, start: number, length: number) => Kind, which: number): Kind =>
    new kind(buffer, starts[which]!, lengths[which]!)
  return {
    ids: view(Int32Array, 0),
    ends: view(Uint32Array, 1),
    lengths_m: view(Float64Array, 2),
    flags: view(Uint8Array, 3),
    lines: view(Uint32Array, 4),
    coordinates: view(Float64Array, 5),
    along_m: view(Float64Array, 6),
    nodes: view(Uint32Array, 7),
    leaving: view(Uint32Array, 8),
    components: view(Uint32Array, 9),
    nameOf: view(Uint32Array, 10),
    pieces: view(Uint32Array, 11),
    edgeOfPiece: view(Uint32Array, 12),
    index: { boxes: view(Float64Array, 13), items: view(Uint32Array, 14), levels: view(Uint32Array, 15) },
    names: namesOf(view(Uint16Array, 16)),
  }
}

/** In parts: a function takes only so many arguments. */
function namesOf(letters: Uint16Array): string[] {
  let text = ''
  for (let at = 0; at < letters.length; at += 4096) text += String.fromCharCode(...letters.subarray(at, at + 4096))
  return JSON.parse(text) as string[]
}
