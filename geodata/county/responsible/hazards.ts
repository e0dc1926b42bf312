/** Patrols, watched slopes, hazard zones, and those who report after a shock. */
import type { Offices, TownOffice } from './offices.ts'
import { pointOf } from './places.ts'
import type { Person } from './register.ts'

export function assignHazards(offices: Offices): void {
  const { register, features, bureau, places, communities, communityOf } = offices
  assignPatrols(offices)
  for (const point of features.geohazard_points!) {
    const { microLeaders, deputy } = communityOf(places.codeAt(pointOf(point)) ?? communities[0]!.code)
    register.assign('geohazard_points', point, 'patroller', microLeaders[0]!)
    register.assign('geohazard_points', point, 'patroller', deputy, { standing: 'B' })
  }
  const officers = register.hireMany(3, bureau('land'), 'hazard_officer')
  features.hazard_zones!.forEach((zone, i) => {
    register.assign('hazard_zones', zone, 'patroller', officers[i % officers.length]!)
  })
  assignReporters(offices)
}

/** As many as the area asks for: one of the town's leaders first, the others from its villages. */
function assignPatrols({ register, features, towns }: Offices): void {
  const turns = new Map<TownOffice, number>()
  for (const area of features.patrol_areas!) {
    const town = towns.find(({ name }) => String(area.properties.name).startsWith(name))!
    const pool = poolOf(town)
    const start = turns.get(town) ?? 0
    const count = Math.min(Number(area.properties.patrollers) - 1, pool.length)
    register.assign('patrol_areas', area, 'patroller', town.leaders[2]!)
    for (let i = 0; i < count; i++)
      register.assign('patrol_areas', area, 'patroller', pool[(start + i) % pool.length]!, { standing: 'joint' })
    turns.set(town, start + count)
  }
}

/** In turn from all villages, not all of one before the next. */
const poolOf = ({ communities }: TownOffice): Person[] => {
  const rounds = Math.max(...communities.map(({ microLeaders }) => microLeaders.length))
  return Array.from({ length: rounds }, (_, round) => communities.flatMap(({ microLeaders }) => microLeaders[round] ?? [])).flat()
}

/** A reporter in every village, and the bureau's own people at the stations. */
function assignReporters({ register, features, communities, bureau }: Offices): void {
  const station = register.hire(bureau('emergency'), 'duty_officer')
  const byVillage = new Map(communities.map(({ area, ...each }) => [String(area.properties.name), { ...each, area }]))
  for (const point of features.observation_points!) {
    const village = point.properties.kind === 'reporter' ? byVillage.get(String(point.properties.address)) : undefined
    const reporter = village ? register.hire(village.committee, 'reporter', 'part_time') : station
    register.assign('observation_points', point, 'reporter', reporter)
    if (village) register.assign('administrative_areas', village.area, 'reporter', reporter)
  }
}
