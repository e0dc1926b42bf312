// Photos of damage through HTTP: only pictures, without what the camera wrote beside them, seen by whoever may see the report.
import { createHash } from 'node:crypto'
import { request as rawRequest } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#api/database/sql.ts'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'
import { aReport, COUNTY, EAST, openEvent, photoForm, reported, sendPhoto, WEST } from '../helpers/damage.ts'
import { cameraJpeg, cameraPng, cameraWebp, MAKER, PLAIN, pngOf, TAKEN } from '../helpers/photos.ts'
import { problemOf } from '../helpers/problems.ts'
import { storeSquareTown } from '../helpers/square_town.ts'

let test: TestApp
let reporter: Record<string, string>
let event: Json

beforeAll(async () => {
  test = await startApp({ demo: false })
  await storeSquareTown(test.database)
  reporter = await test.signIn([{ role: 'reporter', territory_code: WEST }])
  event = await openEvent(test)
})
afterAll(() => test?.close())

const newReport = () => reported(test, event, aReport({ community_code: WEST, photos: 2 }), reporter)
const fetched = (id: number, photo: number, headers: Record<string, string> = {}, query = '') =>
  test.get(`/api/damage/reports/${id}/photos/${photo}${query}`, headers)
const refusal = async (form: FormData) => {
  const { id } = await newReport()
  const response = await sendPhoto(test, id, form, reporter)
  const { code, field } = await problemOf(response)
  const { photos } = await test.json(`/api/damage/reports/${id}`)
  expect(photos).toEqual([])
  return [response.status, code, field]
}

describe('a photo', () => {
  it.each([
    ['image/jpeg', cameraJpeg()],
    ['image/png', cameraPng()],
    ['image/webp', cameraWebp()],
  ])('as %s tells when and where it was taken, and keeps none of it', async (type, sent) => {
    const { id } = await newReport()
    const response = await sendPhoto(test, id, photoForm(sent), reporter)
    expect(response.status).toBe(201)
    const photo = (await response.json()) as Json
    expect(photo).toMatchObject({ width: 48, height: 32 })
    expect(new Date(photo.taken_at).toISOString()).toBe('2026-03-15T02:20:30.000Z')
    expect(photo.longitude).toBeCloseTo(TAKEN.longitude, 5)
    expect(photo.latitude).toBeCloseTo(TAKEN.latitude, 5)

    const got = await fetched(id, photo.id)
    const bytes = Buffer.from(await got.arrayBuffer())
    expect(got.headers.get('content-type')).toBe(type)
    expect(bytes.length).toBeGreaterThan(100)
    for (const secret of [MAKER, TAKEN.time, 'Exif', 'eXIf', 'EXIF', 'xmpmeta'])
      expect(bytes.includes(secret), secret).toBe(false)
    const [row] = await test.database.query<Json>(sql`
      select sha256, sent_sha256, encode(content, 'base64') as content from photos join photo_contents on photo_id = id where id = ${photo.id}`)
    const stored = Buffer.from(row.content, 'base64')
    expect(stored.equals(bytes)).toBe(true)
    expect(row.sha256).toBe(createHash('sha256').update(stored).digest('hex'))
    expect(row.sent_sha256).toBe(createHash('sha256').update(sent).digest('hex'))
  })

  it('held upright stays upright', async () => {
    const { id } = await newReport()
    const photo = (await (await sendPhoto(test, id, photoForm(cameraJpeg({ orientation: 6 })), reporter)).json()) as Json
    expect([photo.width, photo.height]).toEqual([32, 48])
  })

  it('goes out as nothing but a picture, and no cache between keeps it', async () => {
    const { id } = await newReport()
    const { id: photo } = (await (await sendPhoto(test, id, photoForm(PLAIN.jpeg), reporter)).json()) as Json
    const { headers } = await fetched(id, photo)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('private, no-cache')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect((await fetched(id, photo, { 'if-none-match': headers.get('etag')! })).status).toBe(304)
  })

  it('comes with a small one for lists, cleaned as well; without one the photo itself serves', async () => {
    const { id } = await newReport()
    const sent = await sendPhoto(test, id, photoForm(PLAIN.png, { small: cameraJpeg() }), reporter)
    const { id: photo } = (await sent.json()) as Json
    const small = await fetched(id, photo, {}, '?size=small')
    expect(small.headers.get('content-type')).toBe('image/jpeg')
    expect(Buffer.from(await small.arrayBuffer()).includes(MAKER)).toBe(false)
    const other = (await (await sendPhoto(test, id, photoForm(PLAIN.webp), reporter)).json()) as Json
    expect((await fetched(id, other.id, {}, '?size=small')).headers.get('content-type')).toBe('image/webp')
    expect(await refusal(photoForm(PLAIN.png, { small: pngOf(5000, 5000) }))).toEqual([422, 'photo_small_too_large', 'small'])
  })

  it('sent twice is one, in parallel too', async () => {
    const { id } = await newReport()
    const answers = await Promise.all(Array.from({ length: 5 }, () => sendPhoto(test, id, photoForm(cameraJpeg()), reporter)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201])
    expect((await test.json(`/api/damage/reports/${id}`)).photos).toHaveLength(1)
  })

  it('is seen by whoever sees the report, and at no other report', async () => {
    const { id } = await newReport()
    const { id: photo } = (await (await sendPhoto(test, id, photoForm(PLAIN.jpeg), reporter)).json()) as Json
    const neighbour = await test.signIn([{ role: 'reporter', territory_code: EAST }])
    expect((await fetched(id, photo, neighbour)).status).toBe(403)
    const viewer = await test.signIn([{ role: 'viewer', territory_code: COUNTY }])
    expect((await fetched(id, photo, viewer)).status).toBe(403)
    expect((await fetched((await newReport()).id, photo)).status).toBe(404)
    const response = await fetch(`${test.url}/api/damage/reports/${id}/photos/${photo}`)
    expect(response.status).toBe(401)
  })

  it('is added only by who sent the report, or by the office; a tenth is refused', async () => {
    const { id } = await newReport()
    const other = await test.signIn([{ role: 'reporter', territory_code: WEST }])
    expect((await problemOf(await sendPhoto(test, id, photoForm(PLAIN.jpeg), other))).code).toBe('report_not_yours')
    for (let count = 0; count < 9; count++)
      expect((await sendPhoto(test, id, photoForm(cameraJpeg({ after: String(count) })))).status).toBe(201)
    expect((await problemOf(await sendPhoto(test, id, photoForm(cameraJpeg({ after: 'ten' })), reporter))).code).toBe(
      'photos_full',
    )
  })

  it('stays with the report that corrects its own', async () => {
    const first = await newReport()
    await sendPhoto(test, first.id, photoForm(PLAIN.jpeg), reporter)
    const second = await reported(test, event, aReport({ community_code: WEST, corrects: first.id }), reporter)
    const { photos } = await test.json(`/api/damage/reports/${second.id}`)
    expect(photos).toHaveLength(1)
    expect((await fetched(second.id, photos[0].id)).status).toBe(200)
  })

  it('belongs to what holds, also when it comes after its report has been corrected twice', async () => {
    const first = await newReport()
    const second = await reported(test, event, aReport({ community_code: WEST, corrects: first.id }), reporter)
    const third = await reported(test, event, aReport({ community_code: WEST, corrects: second.id }), reporter)
    for (const status of [201, 200])
      expect((await sendPhoto(test, first.id, photoForm(PLAIN.jpeg), reporter)).status).toBe(status)
    for (const { id } of [first, second, third]) expect((await test.json(`/api/damage/reports/${id}`)).photos).toHaveLength(1)
  })
})

describe('what is refused', () => {
  const content = (text: string, name: string, type: string) => photoForm(Buffer.from(text, 'latin1'), { name, type })

  it.each([
    ['a zip under the name of a photo', content('PK\x03\x04\x14\0\x08\0', 'photo.jpg', 'image/jpeg')],
    [
      'an SVG with a script',
      content('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'a.svg', 'image/svg+xml'),
    ],
    ['a page', content('<!DOCTYPE html><script>alert(1)</script>', 'a.jpg', 'image/jpeg')],
    ['a HEIC photo', content('\0\0\0\x18ftypheic\0\0\0\0mif1', 'a.heic', 'image/heic')],
    ['nothing', content('', 'a.jpg', 'image/jpeg')],
  ])('%s', async (_, form) => {
    expect(await refusal(form)).toEqual([415, 'photo_unsupported', 'photo'])
  })

  it('half a photo', async () => {
    expect(await refusal(photoForm(cameraJpeg().subarray(0, 900)))).toEqual([422, 'photo_damaged', 'photo'])
  })

  it('a few bytes that claim 3.6 billion pixels', async () => {
    expect(await refusal(photoForm(pngOf(60_000, 60_000)))).toEqual([422, 'photo_dimensions', 'photo'])
  })

  it('13 MB, when they have come', async () => {
    const large = Buffer.concat([PLAIN.jpeg.subarray(0, -2), Buffer.alloc(13 * 2 ** 20), Buffer.from([0xff, 0xd9])])
    expect(await refusal(photoForm(large))).toEqual([413, 'photo_too_large', 'photo'])
  })

  it('50 MB, before they are sent', async () => {
    const { id } = await newReport()
    const answer = await new Promise<{ status: number; text: string }>((resolve, reject) => {
      const sending = rawRequest(`${test.url}/api/damage/reports/${id}/photos`, {
        method: 'POST',
        headers: { ...reporter, 'content-type': 'multipart/form-data; boundary=x', 'content-length': 50 * 2 ** 20 },
      })
      sending.on('error', reject)
      sending.on('response', (response) => {
        let text = ''
        response.on('data', (chunk: Buffer) => (text += chunk.toString()))
        response.on('end', () => {
          resolve({ status: response.statusCode!, text })
          sending.destroy()
        })
      })
      // The head of the form, and then nothing more: whoever waited for the rest would wait for ever.
      sending.write('--x\r\ncontent-disposition: form-data; name="photo"; filename="a.jpg"\r\n\r\n')
    })
    expect(answer.status).toBe(413)
    expect(JSON.parse(answer.text).code).toBe('photo_too_large')
  })

  it('a form without a photo, and a body that is no form', async () => {
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array(PLAIN.jpeg)]), 'a.jpg')
    expect(await refusal(form)).toEqual([422, 'file_missing', 'photo'])
    const { id } = await newReport()
    expect((await problemOf(await test.send('POST', `/api/damage/reports/${id}/photos`, {}, reporter))).code).toBe(
      'form_expected',
    )
  })
})
