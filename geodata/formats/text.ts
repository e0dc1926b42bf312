/** Text in the encodings that Chinese offices send: bytes to strings, and which encoding it was. */

// WHATWG Encoding: browsers and Node have it, the language's own types do not.
declare const TextDecoder: new (label: string, options?: { readonly fatal?: boolean }) => { decode(bytes?: Uint8Array): string }

export type Encoding = 'utf-8' | 'gb18030' | 'big5' | 'windows-1252'

const strict = new Map<Encoding, InstanceType<typeof TextDecoder>>()
const lenient = new Map<Encoding, InstanceType<typeof TextDecoder>>()

/** Undefined when the bytes are not text in this encoding. A byte order mark is left out. */
export function decodeStrictly(bytes: Uint8Array, encoding: Encoding): string | undefined {
  const decoder = strict.get(encoding) ?? new TextDecoder(encoding, { fatal: true })
  strict.set(encoding, decoder)
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

/** What does not fit becomes U+FFFD; a character cut at the end, as fixed-width columns cut it, is left out. */
export function decodeCell(bytes: Uint8Array, encoding: Encoding): string {
  if (isAscii(bytes)) return String.fromCharCode(...bytes)
  const decoder = lenient.get(encoding) ?? new TextDecoder(encoding)
  lenient.set(encoding, decoder)
  return decoder.decode(bytes).replace(/\uFFFD+$/, '')
}

/** Whether a cell of fixed width can be text in this encoding; its last character may be cut. */
export function fits(bytes: Uint8Array, encoding: Encoding): boolean {
  for (let cut = 0; cut <= 3 && cut < bytes.length; cut++) {
    if (decodeStrictly(bytes.subarray(0, bytes.length - cut), encoding) !== undefined) return true
  }
  return false
}

export const isAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80)
