import type { CaseResults } from './cases/measure.ts'
import { caseTables, judgeCases } from './cases/report.ts'
import type { EmergencyResults } from './emergency/measure.ts'
import { emergencyTables, judgeEmergency } from './emergency/report.ts'
import type { Figures } from './figures.ts'
import type { PlanningResults } from './planning/measure.ts'
import { judgePlanning, planningTables } from './planning/report.ts'
import type { ResponsibilityResults } from './responsibility/measure.ts'
import { judgeResponsibility, responsibilityTables } from './responsibility/report.ts'
import type { RiverResults } from './rivers/measure.ts'
import { judgeRivers, riverTables } from './rivers/report.ts'
import { judge } from './targets.ts'

export interface Run {
  readonly at: string
  readonly machine: string
  /** Programs that wanted the processor in the minute before: more than nearly none, and the figures are about them as well. */
  readonly othersBefore: number
}

export interface TileResults {
  readonly uncached: { scenario: string; connections: number; floor: Figures | undefined; route: Figures }[]
  readonly cached: { connections: number; floor: Figures; route: Figures }[]
  readonly embedded: { scenario: string; native: Figures; embedded: Figures }[]
  readonly growth: { scenario: string; whole: Figures; tenth: Figures }[]
  /** Bytes of the largest tile of a zoom, uncompressed. */
  readonly sizes: { zoom: number; largest: number }[]
  /** Megabytes that the server's process holds after all this. */
  readonly memory: number | undefined
}

/** All of it, or the parts that were asked for. */
export interface Results extends Run, Partial<TileResults> {
  readonly responsibility?: ResponsibilityResults
  readonly planning?: PlanningResults
  readonly emergency?: EmergencyResults
  readonly rivers?: RiverResults
  readonly cases?: CaseResults
}

const milliseconds = (value: number) => value.toFixed(value < 10 ? 2 : 0)
const ratio = (value: number) => value.toFixed(2)

const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

/** Tables as Markdown, to be put into the README as they are. */
export function printReport(results: Results): void {
  const { at, machine, othersBefore, responsibility, planning, emergency, cases, rivers } = results
  const tiles = hasTiles(results) ? results : undefined
  const parts = [
    `${machine}, ${at.slice(0, 10)}; load of the minute before ${othersBefore.toFixed(1)}`,
    ...(tiles ? tileTables(tiles) : []),
    ...(responsibility ? responsibilityTables(responsibility).map(({ head, rows }) => table(head, rows)) : []),
    ...(planning ? planningTables(planning).map(({ head, rows }) => table(head, rows)) : []),
    ...(cases ? caseTables(cases).map(({ head, rows }) => table(head, rows)) : []),
    ...(emergency ? emergencyTables(emergency).map(({ head, rows }) => table(head, rows)) : []),
    ...(rivers ? riverTables(rivers).map(({ head, rows }) => table(head, rows)) : []),
    table(
      ['target', 'where', 'ratio', 'met'],
      [
        ...(tiles ? judge(tiles) : []),
        ...(responsibility ? judgeResponsibility(responsibility) : []),
        ...(planning ? judgePlanning(planning) : []),
        ...(cases ? judgeCases(cases) : []),
        ...(emergency ? judgeEmergency(emergency) : []),
        ...(rivers ? judgeRivers(rivers) : []),
      ].map(({ target, scenario, ratio: reached, met }) => [target, scenario, ratio(reached), met ? 'yes' : '**no**']),
    ),
    ...(tiles?.memory === undefined ? [] : [`The server's process holds ${tiles.memory} MB after this.`]),
  ]
  process.stdout.write(`${parts.join('\n\n')}\n`)
}

const hasTiles = (results: Results): results is Results & TileResults => results.uncached !== undefined

function tileTables({ uncached, cached, embedded, growth, sizes }: TileResults): string[] {
  return [
    table(
      [
        'uncached tiles',
        'connections',
        'p50 ms',
        'p95 ms',
        'a second',
        'floor: p50 ms',
        'floor: a second',
        'p50 ÷ floor',
        'a second ÷ floor',
      ],
      uncached.map(({ scenario, connections, floor, route }) => [
        scenario,
        String(connections),
        milliseconds(route.p50),
        milliseconds(route.p95),
        route.perSecond.toFixed(0),
        ...(floor
          ? [
              milliseconds(floor.p50),
              floor.perSecond.toFixed(0),
              ratio(route.p50 / floor.p50),
              ratio(route.perSecond / floor.perSecond),
            ]
          : ['–', '–', '–', '–']),
      ]),
    ),
    table(
      ['cached tiles, connections', 'a second', 'a constant buffer: a second', 'ratio'],
      cached.map(({ connections, floor, route }) => [
        String(connections),
        route.perSecond.toFixed(0),
        floor.perSecond.toFixed(0),
        ratio(route.perSecond / floor.perSecond),
      ]),
    ),
    table(
      ['embedded against PostgreSQL', 'PostgreSQL p50 ms', 'embedded p50 ms', 'ratio'],
      embedded.map(({ scenario, native, embedded: own }) => [
        scenario,
        milliseconds(native.p50),
        milliseconds(own.p50),
        ratio(own.p50 / native.p50),
      ]),
    ),
    table(
      ['ten times the data', 'a tenth p50 ms', 'the whole p50 ms', 'ratio'],
      growth.map(({ scenario, whole, tenth }) => [
        scenario,
        milliseconds(tenth.p50),
        milliseconds(whole.p50),
        ratio(whole.p50 / tenth.p50),
      ]),
    ),
    table(
      ['largest tile of three layers', 'kB uncompressed'],
      sizes.map(({ zoom, largest }) => [`z${zoom}`, (largest / 1000).toFixed(0)]),
    ),
  ]
}
