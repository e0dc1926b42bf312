import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const home = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

interface Entry {
  version?: string
  integrity?: string
  optional?: boolean
  os?: string[]
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

// Without this `npm ci` refuses, and nothing can be started from a fresh checkout. It happens when a registry did not have the
// packages for every system at the time of `npm install`.
test('package-lock.json has every package that another one names', async () => {
  const { packages } = JSON.parse(await readFile(join(home, 'package-lock.json'), 'utf8')) as { packages: Record<string, Entry> }
  const missing = Object.entries(packages).flatMap(([path, { dependencies, devDependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies }).flatMap((name) =>
      placesOf(path, name).some((place) => place in packages) ? [] : `${path || 'package.json'} names ${name}`,
    ),
  )
  expect(missing).toEqual([])
})

/** Where a package under `path` finds another one: beside its own, or further up. */
function placesOf(path: string, name: string): string[] {
  const parts = path === '' ? [] : path.split(/\/?node_modules\//).slice(1)
  const folders = [...parts.keys(), parts.length].map((depth) => parts.slice(0, depth).map((part) => `node_modules/${part}/`))
  return folders.map((folder) => `${folder.join('')}node_modules/${name}`)
}

describe('packages are installed', () => {
  const wanted = {
    '': {},
    'node_modules/a': { version: '1.0.0', integrity: 'x' },
    'node_modules/b': { version: '1.0.0', optional: true },
  }
  const { 'node_modules/a': a, 'node_modules/b': b } = wanted
  let folder = ''

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jiangli-packages-'))
    await mkdir(join(folder, 'node_modules'))
    await writeFile(join(folder, 'package-lock.json'), JSON.stringify({ packages: wanted }))
  })
  afterEach(() => rm(folder, { recursive: true }))

  async function reasonWith(installed: Record<string, Entry> | string | undefined): Promise<string | undefined> {
    const text = typeof installed === 'string' ? installed : JSON.stringify({ packages: installed })
    if (installed) await writeFile(join(folder, 'node_modules', '.package-lock.json'), text)
    // Plain JavaScript without declarations: it is read before there is any TypeScript.
    const { staleReason }: { staleReason: (home: string) => string | undefined } = await import(
      new URL('../../scripts/setup/packages.mjs', import.meta.url).href
    )
    return staleReason(folder)
  }

  test('not when all is there, with or without what is optional', async () => {
    expect(await reasonWith({ 'node_modules/a': a })).toBeUndefined()
    expect(await reasonWith({ 'node_modules/a': a, 'node_modules/b': b })).toBeUndefined()
  })

  test('when nothing is, or npm was broken off', async () => {
    expect(await reasonWith(undefined)).toContain('not installed yet')
    expect(await reasonWith('{"packages": {"nod')).toContain('not installed yet')
  })

  test('when one is missing, another version, or no longer wanted', async () => {
    for (const installed of [
      {},
      { 'node_modules/a': { ...a, version: '0.9.0' } },
      { 'node_modules/a': a, 'node_modules/c': a },
    ]) {
      expect(await reasonWith(installed)).toContain('not those of package-lock.json')
    }
  })

  test('when they were copied from another kind of machine', async () => {
    expect(await reasonWith({ 'node_modules/a': a, 'node_modules/b': { ...b, os: ['nowhere'] } })).toContain(
      'another kind of machine',
    )
    expect(await reasonWith({ 'node_modules/a': a, 'node_modules/b': { ...b, os: [`!${process.platform}`] } })).toContain(
      'another kind',
    )
  })
})
