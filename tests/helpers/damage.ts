// Events and reports of damage in the town of squares.
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { Json, TestApp } from './app.ts'

export const COUNTY = '411825'
export const TOWN = '411825100'
export const WEST = '411825100001'
export const EAST = '411825100002'

const HOUR = 3_600_000
export const ago = (hours: number): string => new Date(Date.now() - hours * HOUR).toISOString()

/** Opens an event that began two hours ago. */
export async function openEvent(test: TestApp, given: Json = {}): Promise<Json> {
  const event = { name: '方格地震', kind: 'earthquake', began_at: ago(2), area_codes: [COUNTY], ...given }
  const response = await test.send('POST', '/api/damage/events', event)
  expect(response.status, await response.clone().text()).toBe(201)
  return response.json()
}

/** A report of a house half fallen down, with what is given in its place. */
export const aReport = (given: Json = {}): Json => ({
  client_id: randomUUID(),
  degree: 'severe',
  kind: 'building',
  ...(given.community_code === undefined && { longitude: 0, latitude: 0, place_source: 'device' }),
  noted_at: ago(0.2),
  sent_at: new Date().toISOString(),
  ...given,
})

export const report = (test: TestApp, event: Json, body: Json, headers: Record<string, string> = {}): Promise<Response> =>
  test.send('POST', `/api/damage/events/${event.id}/reports`, body, headers)

/** Sends a report that must be taken. */
export async function reported(test: TestApp, event: Json, body: Json, headers: Record<string, string> = {}): Promise<Json> {
  const response = await report(test, event, body, headers)
  expect(response.status, await response.clone().text()).toBe(201)
  return response.json()
}

export function photoForm(
  photo: Uint8Array,
  { small = undefined as Uint8Array | undefined, name = 'photo.jpg', type = 'image/jpeg' } = {},
) {
  const form = new FormData()
  form.append('photo', new Blob([new Uint8Array(photo)], { type }), name)
  if (small) form.append('small', new Blob([new Uint8Array(small)], { type: 'image/jpeg' }), 'small.jpg')
  return form
}

export const sendPhoto = (test: TestApp, id: number, form: FormData, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${test.url}/api/damage/reports/${id}/photos`, {
    method: 'POST',
    headers: { ...test.administrator, ...headers },
    body: form,
  })
