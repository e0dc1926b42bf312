// What is kept of a photo: the picture, which way is up, and nothing else.
import { describe, expect, it } from 'vitest'
import { type CleanPhoto, cleanPhoto, PHOTO_LIMITS } from '#geodata/photos/index.ts'
import { cameraJpeg, cameraPng, cameraWebp, MAKER, PLAIN, pngOf, TAKEN } from '../../helpers/photos.ts'

const clean = (bytes: Uint8Array): CleanPhoto => {
  const photo = cleanPhoto(bytes)
  if ('refused' in photo) throw new Error(photo.refused)
  return photo
}
const refusalOf = (bytes: Uint8Array) => {
  const photo = cleanPhoto(bytes)
  return 'refused' in photo ? photo : undefined
}
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

describe.each([
  ['image/jpeg', PLAIN.jpeg, (orientation?: number) => cameraJpeg({ orientation: orientation ?? 1 })],
  ['image/png', PLAIN.png, cameraPng],
  ['image/webp', PLAIN.webp, cameraWebp],
] as const)('%s', (type, plain, camera) => {
  it('is told by its content, with its size', () => {
    expect(clean(plain)).toMatchObject({ type, width: 48, height: 32 })
  })

  it('loses all that the camera wrote beside the picture, which is handed out apart', () => {
    const sent = camera()
    expect(text(sent)).toContain(MAKER)
    expect(text(sent)).toContain(TAKEN.time)
    const { bytes, exif } = clean(sent)
    for (const secret of [MAKER, TAKEN.time, 'xmpmeta', 'Exif', 'EXIF', 'eXIf', 'ICC', 'iCCP'])
      expect(text(bytes)).not.toContain(secret)
    expect(text(exif!)).toContain(MAKER)
  })

  it('keeps the picture itself byte by byte: cleaned once or twice, from the camera or plain, it is the same', () => {
    const once = clean(camera()).bytes
    expect(clean(once).bytes).toEqual(once)
    expect(clean(plain).bytes).toEqual(once)
  })

  it('of a camera held upright by a quarter turn is as high as it was wide, and still says so', () => {
    const turned = clean(camera(6))
    expect(turned).toMatchObject({ width: 32, height: 48 })
    expect(text(turned.bytes)).not.toContain(MAKER)
    expect(clean(turned.bytes)).toMatchObject({ width: 32, height: 48 })
  })

  it('cut off anywhere is refused and never kept in part', () => {
    const sent = camera()
    for (let length = 12; length < sent.length - 1; length += 7)
      expect(refusalOf(sent.subarray(0, length)), String(length)).toBeDefined()
  })

  it('with any one byte changed is either kept or refused, and never brings down who reads it', () => {
    const sent = camera()
    for (let at = 0; at < sent.length; at += 3) {
      const changed = Buffer.from(sent)
      changed[at] = changed[at]! ^ 0xff
      const photo = cleanPhoto(changed)
      if (!('refused' in photo)) expect(photo.bytes.length).toBeLessThanOrEqual(sent.length + 64)
    }
  })
})

it('what follows after the end of a JPEG is left out: a zip can hide there', () => {
  const { bytes } = clean(cameraJpeg({ after: 'PK\x03\x04<script>alert(1)</script>' }))
  expect(text(bytes)).not.toContain('script')
  expect(bytes.subarray(-2)).toEqual(Uint8Array.of(0xff, 0xd9))
})

it.each([
  ['zip', 'PK\x03\x04\x14\0\0\0'],
  ['svg', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
  ['html', '<!DOCTYPE html><html><script>alert(1)</script></html>'],
  ['pdf', '%PDF-1.7'],
  ['gif', 'GIF89a'],
  ['heic', '\0\0\0\x18ftypheic\0\0\0\0'],
  ['video', '\0\0\0\x18ftypmp42\0\0\0\0'],
  ['empty', ''],
  ['other', 'hello'],
])('%s is no photo', (found, content) => {
  expect(refusalOf(Buffer.from(content, 'latin1'))).toEqual({ refused: 'photo_unsupported', found })
})

it('a header that claims a picture too large is refused before anything is unpacked', () => {
  expect(refusalOf(pngOf(60_000, 60_000))).toEqual({ refused: 'photo_dimensions', width: 60_000, height: 60_000 })
  expect(refusalOf(pngOf(PHOTO_LIMITS.side, PHOTO_LIMITS.side))).toMatchObject({ refused: 'photo_dimensions' })
  expect(refusalOf(pngOf(8000, 8000))).toBeUndefined()
  expect(refusalOf(pngOf(0, 10))).toEqual({ refused: 'photo_damaged' })
})
