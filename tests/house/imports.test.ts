import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { importLines, importLinesIn } from './import-lines.ts'
import { fault, ROOMS } from './import-rules.ts'

const home = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

const faultsOf = (file: string, text: string) => importLines(file, text).map(fault)

test('each room imports only whom it may', () => {
  const lines = importLinesIn(home, ROOMS)
  expect(lines.length).toBeGreaterThan(20)
  expect(lines.flatMap((line) => fault(line) ?? []).join('\n')).toBe('')
})

test('every kind of import is seen, with its line', () => {
  const text = `// import './comment.ts'
import './bare.ts'
import type { A } from './type.ts'
import { type B } from './still-loaded.ts'
export * from './all.ts'
export { c } from './named.ts'
export type { D } from './named-type.ts'
const later = () => import('./later.ts')
type E = import('./inline.ts').E
const no = "import './string.ts'"
import {
  many,
} from './lines.ts'
`
  expect(importLines('api/a.ts', text).map(({ line, source, typeOnly }) => [line, source, typeOnly])).toEqual([
    [2, './bare.ts', false],
    [3, './type.ts', true],
    [4, './still-loaded.ts', false],
    [5, './all.ts', false],
    [6, './named.ts', false],
    [7, './named-type.ts', true],
    [8, './later.ts', false],
    [9, './inline.ts', true],
    [13, './lines.ts', false],
  ])
})

test('a file that cannot be parsed is named', () => {
  expect(() => importLines('api/broken.ts', 'import {')).toThrow('api/broken.ts')
})

describe('what is refused', () => {
  test.each([
    ['geodata/fabric/a.ts', `import '#api/x.ts'`, 'geodata may not import api'],
    ['geodata/fabric/a.ts', `import { readFile } from 'node:fs'`, 'without Node'],
    ['tiles/a.ts', `export * from '#api/database/database.ts'`, 'tiles may not import api'],
    ['tiles/a.ts', `import type { A } from '#api/a.ts'`, 'tiles may not import api'],
    ['api/a.ts', `await import('../web/main.tsx')`, 'api may not import web'],
    ['api/a.ts', `import '../scripts/start.ts'`, 'api may not import scripts'],
    ['api/a.ts', `import '../tests/helpers/server.ts'`, 'api may not import tests'],
    ['api/areas/a.ts', `import '../../geodata/layers/index.ts'`, `write '#geodata/layers/index.ts'`],
    ['api/areas/a.ts', `import '#api/b.ts'`, 'inside api, write a relative path'],
    ['tests/api/a.test.ts', `import '../../api/b.ts'`, `write '#api/b.ts'`],
    ['web/a.tsx', `import '#tiles/a.ts'`, 'web may not import tiles'],
    ['web/a.tsx', `import { type A } from '#api/schemas.ts'`, 'web may only `import type` from api'],
    ['web/a.tsx', `import '#geodata/formats/shapefile.ts'`, 'not for the browser'],
    ['web/a.tsx', `import type { County } from '#geodata/county/index.ts'`, 'not for the browser'],
    ['web/a.tsx', `import '../../elsewhere.ts'`, 'outside the repository'],
    ['scripts/seed.ts', `import '../web/main.tsx'`, 'scripts may not import web'],
  ])('%s: %s', (file, text, reason) => {
    const faults = faultsOf(file, text)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(`${file}:1 imports`)
    expect(faults[0]).toContain(reason)
  })
})

test.each([
  ['geodata/fabric/a.ts', `import { b } from './b.ts'; import earcut from 'earcut'`],
  ['tiles/a.ts', `import { layers } from '#geodata/layers/index.ts'; import { gzipSync } from 'node:zlib'`],
  ['api/areas/a.ts', `import { b } from '../database/b.ts'; import '#tiles/a.ts'; import '#geodata/a.ts'; import 'fastify'`],
  ['web/a.tsx', `import type { A } from '#api/areas/schemas.ts'; import './a.css'; import '#geodata/fabric/apply.ts'`],
  ['web/a.tsx', `import url from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'`],
  ['web/vite.config.ts', `import { join } from 'node:path'`],
  ['scripts/test.ts', `import '#api/app.ts'; import './setup/cluster.ts'; import about from '../package.json'`],
  ['tests/a.test.ts', `import '../scripts/setup/cluster.ts'; import '#api/app.ts'; import '../web/words.ts'`],
])('allowed: %s: %s', (file, text) => {
  expect(faultsOf(file, text).filter((reason) => reason !== undefined)).toEqual([])
})
