import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { withoutDatabase } from '../../scripts/setup/environment.ts'
import { packagesFor } from '../../scripts/setup/install.ts'
import { readOptions } from '../../scripts/setup/options.ts'
import { suites } from '../../scripts/setup/parts.ts'
import { findPostgres } from '../../scripts/setup/postgres.ts'
import { leaveOut } from '../../scripts/setup/prepare.ts'
import { readCounts } from '../../scripts/setup/report.ts'

describe('the command line', () => {
  const parts = (...args: string[]) => {
    const options = readOptions(args)
    return typeof options === 'string' ? options : [...options.parts]
  }

  test('everything is run unless parts are picked', () => {
    expect(parts()).toEqual(['types', 'lint', 'build', 'unit', 'api-embedded', 'api-postgresql', 'system', 'browser'])
    expect(parts('--only', 'types,unit')).toEqual(['types', 'unit'])
    expect(parts('--only=unit')).toEqual(['unit'])
  })

  test('the suites that open the console build it first', () => expect(parts('--only', 'browser')).toContain('build'))

  test('a part that does not exist is named', () => expect(parts('--only', 'unti')).toContain('"unti"'))

  test('whatever is left goes to vitest', () => {
    expect(readOptions(['tests/tiles', '--only', 'unit', '-t', 'name', '--no-install'])).toMatchObject({
      rest: ['tests/tiles', '-t', 'name'],
      mayInstall: false,
    })
  })
})

describe('what is installed', () => {
  const debian = { isUbuntu: false, hasHeadlessShell: true, postgis: ['postgresql-15-postgis-3'], withoutPostgis: [] }

  test('the packages of the tool that is missing', () => {
    expect(packagesFor('gdal', debian)).toEqual(['gdal-bin'])
    expect(packagesFor('wrk', debian)).toEqual(['wrk'])
    expect(packagesFor('postgresql', debian)).toEqual(['postgresql-15-postgis-3'])
    expect(packagesFor('chromium', debian)).toEqual(['chromium-headless-shell'])
    expect(packagesFor('chromium', { ...debian, hasHeadlessShell: false })).toEqual(['chromium'])
    expect(packagesFor('headless_shell', { ...debian, hasHeadlessShell: false })).toEqual([])
    expect(packagesFor('fonts', debian)).toEqual(['fonts-noto-cjk', 'fontconfig'])
  })

  test('the newest PostgreSQL where 15 is not to be had', () => {
    const postgis = ['postgresql-9-postgis-3', 'postgresql-16-postgis-3', 'postgresql-17-postgis-3']
    expect(packagesFor('postgresql', { ...debian, postgis })).toEqual(['postgresql-17-postgis-3'])
    expect(packagesFor('postgresql', { ...debian, postgis: [] })).toEqual([])
  })

  test('PostGIS for the server that is there already', () => {
    const postgis = ['postgresql-15-postgis-3', 'postgresql-16-postgis-3']
    expect(packagesFor('postgresql', { ...debian, postgis, withoutPostgis: [16] })).toEqual(['postgresql-16-postgis-3'])
  })

  test('no Chromium on Ubuntu, whose package is a stand-in for a snap', () => {
    expect(packagesFor('chromium', { ...debian, isUbuntu: true })).toEqual([])
  })
})

test('the newest usable PostgreSQL is taken, and none without PostGIS', () => {
  const server = (major: number, hasPostgis: boolean) => ({ binFolder: `/pg/${major}`, major, hasPostgis })
  expect(findPostgres([server(15, true), server(16, true), server(17, false), server(14, true)])?.major).toBe(16)
  expect(findPostgres([server(14, true), server(17, false)])).toBeUndefined()
})

describe('what is left out', () => {
  test('the suites that need what is missing, with what can be done', () => {
    const left = leaveOut(suites({}), ['postgresql'])
    expect(left.map(({ suite }) => suite)).toEqual(['api-postgresql', 'system'])
    expect(left[0]).toMatchObject({
      reason: expect.stringContaining('PostGIS not found'),
      remedy: expect.stringContaining('apt install'),
    })
  })

  test('a server that is named need not be on this machine', () => {
    const left = leaveOut(suites({ JIANGLI_TEST_DATABASE_URL: 'postgres://elsewhere/' }), ['postgresql'])
    expect(left.map(({ suite }) => suite)).toEqual(['system'])
  })
})

test('no test inherits a database from the environment', () => {
  const env = { DATABASE_URL: 'x', PGHOST: 'x', PGSERVICE: 'x', PATH: '/bin', JIANGLI_TEST_DATABASE_URL: 'y' }
  expect(withoutDatabase(env)).toEqual({ PATH: '/bin', JIANGLI_TEST_DATABASE_URL: 'y' })
  expect(process.env.DATABASE_URL).toBeUndefined()
})

describe('the counts', () => {
  async function countsOf(report: object | undefined, runPassed: boolean) {
    const folder = await mkdtemp(join(tmpdir(), 'jiangli-counts-'))
    if (report) await writeFile(join(folder, 'report.json'), JSON.stringify(report))
    return readCounts(join(folder, 'report.json'), runPassed).finally(() => rm(folder, { recursive: true }))
  }
  const none = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] }

  test('are those of the report', async () => {
    const report = { ...none, numPassedTests: 5, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 }
    expect(await countsOf(report, false)).toEqual({ passed: 5, failed: 2, skipped: 2 })
  })

  test('count a file that could not be read as a failure', async () => {
    const report = { ...none, numPassedTests: 5, testResults: [{ status: 'failed', assertionResults: [] }] }
    expect(await countsOf(report, false)).toEqual({ passed: 5, failed: 1, skipped: 0 })
  })

  test('never say that nothing failed when the run broke down', async () => {
    expect(await countsOf(undefined, false)).toEqual({ passed: 0, failed: 1, skipped: 0 })
    expect(await countsOf(none, false)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })
})
