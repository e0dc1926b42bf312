import type { Judged } from '../targets.ts'
import type { EmergencyResults } from './measure.ts'

const WAYS_MS = 20
const INCIDENT_MS = 300
const TOWN_MS = 1000
const COUNTY_MS = 3000

/** What an emergency team waits for. Times in milliseconds are those of this machine; the issue names them so. */
export function judgeEmergency({ ways, coverage, incident }: EmergencyResults): Judged[] {
  const atMost = (limit: number, target: string, scenario: string, ratio: number): Judged => ({
    target: `${target}: at most ${limit}`,
    scenario,
    ratio,
    met: ratio <= limit,
  })
  return [
    atMost(1, `the nearest five by road, p95 ÷ ${WAYS_MS} ms`, 'all roads open', ways.open.p95 / WAYS_MS),
    atMost(1, `the nearest five by road, p95 ÷ ${WAYS_MS} ms`, 'ten roads closed', ways.closed.p95 / WAYS_MS),
    atMost(1, `from the key to the ranked list in a browser, p95 ÷ ${INCIDENT_MS} ms`, 'demo county', incident.p95 / INCIDENT_MS),
    ...coverage.flatMap(({ database, town, county, shelters }) => [
      atMost(1, `coverage of a town by hydrants, p50 ÷ ${TOWN_MS} ms`, database, town.p50 / TOWN_MS),
      atMost(1, `coverage of a county by hydrants, p50 ÷ ${COUNTY_MS} ms`, database, county.p50 / COUNTY_MS),
      atMost(1, `coverage of a county by shelters, p50 ÷ ${COUNTY_MS} ms`, database, shelters.p50 / COUNTY_MS),
    ]),
  ]
}

type Table = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }

const milliseconds = (value: number) => value.toFixed(value < 10 ? 2 : 0)
const thousands = (count: number) => count.toLocaleString('en')

export function emergencyTables({ ways, coverage, incident }: EmergencyResults): Table[] {
  return [
    {
      head: [
        `the nearest five of ${thousands(ways.sources)} water sources by road, on ${thousands(ways.edges)} edges`,
        'p50 ms',
        'p95 ms',
      ],
      rows: [
        ['all roads open', milliseconds(ways.open.p50), milliseconds(ways.open.p95)],
        ['ten roads closed', milliseconds(ways.closed.p50), milliseconds(ways.closed.p95)],
        ['building the network, once', milliseconds(ways.build_ms), ''],
        ['finding the places of all sources on it, once', milliseconds(ways.place_ms), ''],
        [
          'an incident in a browser, from the key to the list, on the demo county',
          milliseconds(incident.p50),
          milliseconds(incident.p95),
        ],
        [`(${ways.megabytes.toFixed(0)} MB as one buffer)`, '', ''],
      ],
    },
    {
      head: ['coverage', 'database', 'p50 ms', 'p95 ms', 'of', 'beyond reach'],
      rows: coverage.flatMap(({ database, town, county, shelters, bins }) => [
        [
          'cells of a town, 3,000 hydrants',
          database,
          milliseconds(town.p50),
          milliseconds(town.p95),
          thousands(town.cells),
          thousands(town.beyond),
        ],
        [
          'cells and dwellings of a county, 8,000 hydrants',
          database,
          milliseconds(county.p50),
          milliseconds(county.p95),
          thousands(county.dwellings),
          thousands(county.beyond),
        ],
        ['dwellings, 80 shelters and their room', database, milliseconds(shelters.p50), milliseconds(shelters.p95), '', ''],
        ['dwellings, bins', database, milliseconds(bins.p50), milliseconds(bins.p95), '', ''],
      ]),
    },
  ]
}
