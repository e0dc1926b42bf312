// What the server says, or what was kept of it: in whatever order they come, the newest is what stays.
import { expect, test } from 'vitest'
import { orKept } from '../../web/rivers/offline/or_kept.ts'

const FRESH = { from: 'server' }
const KEPT = { from: 'device' }
const AWAY = new Error('away')

const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
const isAway = (error: unknown) => error === AWAY

/** All that somebody is shown, in the order in which it is. */
async function shown(asking: Promise<typeof FRESH>, read: () => Promise<typeof KEPT | undefined>): Promise<string[]> {
  const seen: string[] = []
  const first = await orKept(asking, read, isAway, 10, (late) => seen.push(late.from))
  seen.push(first.from)
  await wait(60)
  return seen
}

const after = async <Value>(milliseconds: number, value: Value): Promise<Value> => {
  await wait(milliseconds)
  return value
}
const refused = async (milliseconds: number, error: Error): Promise<never> => {
  await wait(milliseconds)
  throw error
}

test('an answer in time is all that is shown', async () => {
  expect(await shown(after(0, FRESH), () => after(0, KEPT))).toEqual(['server'])
})

test('a server that is away, or says nothing, leaves what was kept', async () => {
  expect(await shown(refused(0, AWAY), () => after(0, KEPT))).toEqual(['device'])
  expect(await shown(refused(30, AWAY), () => after(0, KEPT))).toEqual(['device'])
})

test('an answer that comes late comes after what was kept', async () => {
  expect(await shown(after(30, FRESH), () => after(0, KEPT))).toEqual(['device', 'server'])
})

test('an answer that comes while the device is looked through is not followed by what was kept', async () => {
  expect(await shown(after(20, FRESH), () => after(40, KEPT))).toEqual(['server'])
})

test('where nothing was kept the server is waited for, and why it refuses is said', async () => {
  expect(await shown(after(30, FRESH), () => after(0, undefined))).toEqual(['server'])
  await expect(shown(refused(0, AWAY), () => after(0, undefined))).rejects.toBe(AWAY)
  const forbidden = new Error('forbidden')
  await expect(shown(refused(0, forbidden), () => after(0, KEPT))).rejects.toBe(forbidden)
})
