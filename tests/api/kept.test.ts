// What is made of the packages once and kept: made by the first who asks, whole or not at all.
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { keptPath } from '#api/database/embedded/kept.ts'

let name: string
let made: string | undefined
afterEach(() => rm(made!, { recursive: true, force: true }))

const nextName = () => {
  name = `test-${process.pid}-${Math.random().toString(36).slice(2)}`
  return name
}

test('it is made once, and found by whoever asks again', async () => {
  let times = 0
  const make = async (path: string) => {
    times++
    await mkdir(path)
    await writeFile(join(path, 'file'), 'whole')
  }
  made = await keptPath(nextName(), make)
  expect(await keptPath(name, make)).toBe(made)
  expect(times).toBe(1)
  expect(await readFile(join(made!, 'file'), 'utf8')).toBe('whole')
})

test('of two who make it at the same time, both get what one of them made', async () => {
  const make = (content: string) => async (path: string) => {
    await mkdir(path)
    await writeFile(join(path, 'file'), content)
  }
  nextName()
  const [one, other] = await Promise.all([keptPath(name, make('one')), keptPath(name, make('other'))])
  made = one
  expect(other).toBe(one)
  expect(['one', 'other']).toContain(await readFile(join(made!, 'file'), 'utf8'))
})

test('what could not be made whole is not there, and its beginnings neither; the next one makes it', async () => {
  const begun: string[] = []
  const failed = await keptPath(nextName(), async (path) => {
    begun.push(path)
    await writeFile(path, 'half')
    throw new Error('no space left')
  })
  expect(failed).toBeUndefined()
  expect(existsSync(dirname(begun[0]!))).toBe(false)
  made = await keptPath(name, (path) => writeFile(path, 'whole'))
  expect(await readFile(made!, 'utf8')).toBe('whole')
})
