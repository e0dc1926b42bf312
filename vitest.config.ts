// The suites of tests, one project each. `npm test` runs them all; `npx vitest --project unit` watches one.
//
// Two processors and a few gigabytes must do: an embedded database takes about 1 GB and 2.5 s to open, a browser as much. So the
// suites run one after another (groupOrder), each with two or three files at once: one of them leaves a processor idle as often as not.
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { forgetDatabase } from './scripts/setup/environment.ts'
import { SlowFirst } from './tests/helpers/slow_first.ts'

// Also when vitest is started by itself: no test may find the database that somebody works with.
forgetDatabase()

const DATABASE_TESTS = 'tests/**/*.database.test.ts'
const COUNTY_TESTS = 'tests/geodata/county/{catalogue,fabric,figures,lines,points}.test.ts'
const SYSTEM_TESTS = 'tests/system/**/*.test.ts'
const BROWSER_TESTS = 'tests/browser/**/*.test.ts'

const UNIT_SECONDS = 30
const SLOW_SECONDS = 120
/** The first file of a run makes the templates that all others copy. */
const TEMPLATE_SECONDS = 300

function project(name: string, groupOrder: number, seconds: number, test: TestProjectInlineConfiguration['test']) {
  const timeout = seconds * 1000
  return { extends: true as const, test: { name, sequence: { groupOrder }, testTimeout: timeout, hookTimeout: timeout, ...test } }
}

function databaseProject(database: 'embedded' | 'postgresql', groupOrder: number, test: TestProjectInlineConfiguration['test']) {
  const env = { JIANGLI_TEST_DATABASE: database }
  // What the server is made of is read once by each worker, not once by each file: nothing of it remembers beyond its database.
  return project(`api-${database}`, groupOrder, SLOW_SECONDS, {
    ...{ include: [DATABASE_TESTS], env, isolate: false, hookTimeout: TEMPLATE_SECONDS * 1000 },
    ...test,
  })
}

export default defineConfig({
  test: {
    sequence: { sequencer: SlowFirst },
    projects: [
      project('unit', 1, UNIT_SECONDS, {
        include: ['tests/**/*.test.ts'],
        exclude: [DATABASE_TESTS, SYSTEM_TESTS, BROWSER_TESTS],
        maxWorkers: 2,
        isolate: false,
      }),
      // What holds for the demo county holds for one that chance made otherwise.
      project('unit-other-seed', 1, UNIT_SECONDS, {
        include: [COUNTY_TESTS],
        exclude: [DATABASE_TESTS],
        env: { JIANGLI_TEST_SEED: '7' },
        maxWorkers: 2,
        isolate: false,
      }),
      databaseProject('embedded', 2, { maxWorkers: 2 }),
      databaseProject('postgresql', 3, { maxWorkers: 2, globalSetup: ['tests/helpers/cluster.ts'] }),
      // Servers that start and die: a third fills the time in which the others wait for them.
      project('system', 4, SLOW_SECONDS, { include: [SYSTEM_TESTS], maxWorkers: 3 }),
      project('browser', 5, SLOW_SECONDS, {
        include: [BROWSER_TESTS],
        maxWorkers: 2,
        globalSetup: ['tests/browser/filled_folder.ts'],
        // A second, the standard, is less than a step takes with its way to the server and back while the map is drawn.
        expect: { poll: { timeout: 15_000 } },
        // Software draws the maps, three pictures a second: a click can come before what it is meant for has moved into place.
        retry: process.env.CI === 'true' ? 1 : 0,
      }),
    ],
  },
})
