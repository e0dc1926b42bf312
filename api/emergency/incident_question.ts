import type { Parameters } from '../http/parameters.ts'
import { readPosition } from '../responsibility/parameters.ts'
import type { IncidentQuestion } from './incident.ts'
import { readWhole } from './reading.ts'

export const INCIDENT_PARAMETERS = ['lon', 'lat', 'people', 'radius_m', 'water'] as const
export const INCIDENT_RANGES = {
  people: { minimum: 1, maximum: 100_000_000 },
  radius_m: { minimum: 1, maximum: 5_000 },
  water: { minimum: 1, maximum: 20 },
} as const
export const INCIDENT_STANDARDS = { radius_m: 300, water: 5 } as const

/** The same on the screen and on paper. Refuses by name what is not exactly right. */
export function readIncidentQuestion(parameters: Parameters): IncidentQuestion {
  const { people, radius_m, water } = INCIDENT_RANGES
  return {
    position: readPosition(parameters),
    people: readWhole('people', parameters.people, people, undefined),
    radius_m: readWhole('radius_m', parameters.radius_m, radius_m, INCIDENT_STANDARDS.radius_m),
    water: readWhole('water', parameters.water, water, INCIDENT_STANDARDS.water),
  }
}
