// What is printed about a test run: headings, durations, the counts and what was left out.
import { readFile } from 'node:fs/promises'

export interface Outcome {
  title: string
  passed: boolean
  seconds: number
}

export interface LeftOut {
  suite: string
  reason: string
  remedy: string
}

export interface Counts {
  passed: number
  failed: number
  skipped: number
}

export function print(text = ''): void {
  process.stdout.write(`${text}\n`)
}

/** Prints a heading, does the work, and says how long it took. Work that throws has failed. */
export async function timed(title: string, work: () => Promise<boolean>): Promise<Outcome> {
  print(`\n== ${title}`)
  const begin = performance.now()
  const passed = await work().catch((error: unknown) => {
    print(error instanceof Error ? error.message : String(error))
    return false
  })
  const seconds = (performance.now() - begin) / 1000
  print(`${passed ? 'ok' : 'FAILED'}, ${duration(seconds)}`)
  return { title, passed, seconds }
}

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

/** The counts of vitest's JSON report. A file that could not even be read has no failed test, and a run that broke down no report:
 *  each counts as one failure, so that nobody reads "0 failed". */
export async function readCounts(path: string, runPassed: boolean): Promise<Counts> {
  const report = await readFile(path, 'utf8').then(
    (text) => JSON.parse(text) as VitestReport,
    () => undefined,
  )
  if (!report) return { passed: 0, failed: runPassed ? 0 : 1, skipped: 0 }
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  const failed = report.numFailedTests + brokenFiles.length
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && !runPassed ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

export function printSummary(
  outcomes: readonly Outcome[],
  leftOut: readonly LeftOut[],
  counts: Counts,
  leftOutFails: boolean,
): void {
  print('\n== Summary')
  for (const { title, passed, seconds } of outcomes)
    print(`${passed ? 'ok    ' : 'FAILED'}  ${title.padEnd(24)}${duration(seconds)}`)
  if (leftOut.length > 0) {
    print(`\nLeft out${leftOutFails ? ', which counts as failed because CI is set' : ''}:`)
    const width = Math.max(...leftOut.map(({ suite }) => suite.length)) + 2
    for (const { suite, reason, remedy } of leftOut) {
      print(`  ${suite.padEnd(width)}${reason}`)
      print(`  ${''.padEnd(width)}-> ${remedy}`)
    }
  }
  print(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
}

function duration(seconds: number): string {
  const rounded = Math.round(seconds)
  return rounded < 60 ? `${seconds.toFixed(1)} s` : `${Math.floor(rounded / 60)} min ${rounded % 60} s`
}
