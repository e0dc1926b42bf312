/** The answer to an incident without a server: the same rules and the same ways, over what the pack holds. */
import type { Position } from '#geodata/network/index.ts'
import type { KeptPack } from '../pack_store.ts'
import type { Answer } from './answer.ts'
import { closuresIn, marksOf, roadsOf } from './incident_ground.ts'
import { STANDARD_RADIUS_M, surroundings } from './incident_near.ts'
import { sheltersOf } from './incident_shelters.ts'
import { waterOf } from './incident_water.ts'
import { answerPoint } from './responsibility.ts'

export async function answerIncident(pack: KeptPack, query: URLSearchParams, now: number): Promise<Answer> {
  const from: Position = [Number(query.get('lon')), Number(query.get('lat'))]
  const people = query.has('people') ? Number(query.get('people')) : null
  const [roads, marks, closures] = [await roadsOf(pack), await marksOf(pack), await closuresIn(pack)]
  const point = (await answerPoint(pack, query, now)) as Readonly<Record<string, unknown>> & {
    administrative_areas: readonly object[]
    schemes: readonly { id: string; levels: readonly { level: number; grid: object }[] }[]
  }
  const asked = { ...roads, from, marks, closures, day: new Date(now + CHINA_MS).toISOString().slice(0, 10) }
  const water = await waterOf(pack, asked)
  const radius_m = Number(query.get('radius_m') ?? STANDARD_RADIUS_M)
  const within = await surroundings(pack, from, radius_m)
  return {
    at: new Date(now).toISOString(),
    position: from,
    place: {
      administrative_areas: point.administrative_areas,
      grids: point.schemes.flatMap(({ id, levels }) => levels.map(({ level, grid }) => ({ scheme: id, level, ...grid }))),
    },
    road: water.road,
    closures,
    water: water.lists,
    shelters: await sheltersOf(pack, asked, people),
    hazards: within.hazard_zones.filter(({ distance_m }) => distance_m === 0),
    within: { radius_m, ...within },
    responsibility: point,
  }
}

/** Counties work by Chinese time wherever the device is. */
const CHINA_MS = 8 * 3_600_000
