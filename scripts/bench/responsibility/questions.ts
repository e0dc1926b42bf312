import type { Database } from '#api/database/database.ts'
import { type Figures, figuresOf, middle } from '../figures.ts'
import { load } from '../load.ts'
import { ROUNDS, SECONDS } from '../rounds.ts'
import { AUTHORIZATION } from '../sign_in.ts'
import { placeAt, type Size } from './dataset.ts'

const PLACES = 200
/** Shares of the golden angle spread evenly, and are the same in each run. */
const spread = (index: number, step: number): number => (index * step) % 1

/** Whose is a place, over HTTP, at so many places all over the territory. */
export async function measurePoints(database: Database, url: string, size: Size, connections: number): Promise<Figures> {
  const paths: string[] = []
  for (let index = 0; index < PLACES; index++) {
    const [lon, lat] = await placeAt(database, size, spread(index, 0.618034), spread(index, 0.754878))
    paths.push(`/api/responsibility?lon=${lon}&lat=${lat}`)
  }
  const ask = (seconds: number) => load(url, paths, { connections, seconds })
  await ask(1)
  const rounds: Figures[] = []
  for (let round = 0; round < ROUNDS; round++) rounds.push(await ask(SECONDS))
  return middle(rounds)
}

const AREAS = 20

export interface AreaFigures {
  readonly scenario: string
  /** Household points inside, on average. */
  readonly points: number
  readonly figures: Figures
}

/** Drawn areas, one question at a time: stars of 40 points, of all sizes up to the whole territory. */
export async function measureAreas(database: Database, url: string, size: Size): Promise<AreaFigures[]> {
  const rows: AreaFigures[] = []
  for (const { scenario, radius, body } of AREA_SCENARIOS) {
    const bodies: string[] = []
    for (let index = 0; index < AREAS; index++)
      bodies.push(JSON.stringify({ geometry: await star(database, size, index, radius), ...body }))
    await askAll(url, bodies)
    const rounds: Figures[] = []
    let points = 0
    for (let round = 0; round < ROUNDS; round++) {
      const asked = await askAll(url, bodies)
      rounds.push(asked.figures)
      points = asked.points
    }
    rows.push({ scenario, points: Math.round(points), figures: middle(rounds) })
  }
  return rows
}

const POINTS_ONLY = { layers: ['household_points', 'hydrants'], list: { layer: 'hydrants', limit: 100 } }

const AREA_SCENARIOS = [
  { scenario: 'all layers, a neighbourhood', radius: 0.03, body: {} },
  { scenario: 'all layers, a twentieth of the territory', radius: 0.16, body: {} },
  { scenario: 'points and a list, a twentieth', radius: 0.16, body: POINTS_ONLY },
  { scenario: 'points and a list, nearly everything', radius: 0.9, body: POINTS_ONLY },
] as const

/** Around places in the middle half, the inner points at two thirds of the radius, in shares of the territory. */
async function star(database: Database, size: Size, index: number, radius: number) {
  const [x, y] = [0.3 + 0.4 * spread(index, 0.618034), 0.3 + 0.4 * spread(index, 0.754878)]
  const ring: [number, number][] = []
  for (let corner = 0; corner < 40; corner++) {
    const reach = radius * (corner % 2 === 0 ? 1 : 0.67)
    const angle = (corner / 40) * 2 * Math.PI
    ring.push(await placeAt(database, size, x + reach * Math.cos(angle), y + reach * Math.sin(angle)))
  }
  return { type: 'Polygon', coordinates: [[...ring, ring[0]]] }
}

async function askAll(url: string, bodies: readonly string[]): Promise<{ figures: Figures; points: number }> {
  const milliseconds: number[] = []
  let points = 0
  for (const body of bodies) {
    const began = performance.now()
    const response = await fetch(`${url}/api/areas/ask`, {
      method: 'POST',
      headers: { authorization: AUTHORIZATION, 'content-type': 'application/json' },
      body,
    })
    const text = await response.text()
    milliseconds.push(performance.now() - began)
    if (response.status !== 200) throw new Error(`areas/ask answered ${response.status}: ${text}`)
    const { layers } = JSON.parse(text) as { layers: { layer: string; count: number }[] }
    points += layers.find(({ layer }) => layer === 'household_points')!.count
  }
  return {
    figures: figuresOf(milliseconds, milliseconds.reduce((sum, one) => sum + one, 0) / 1000),
    points: points / bodies.length,
  }
}
