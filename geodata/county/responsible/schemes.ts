/** The other schemes' grids: fire, supervision, labour inspection, school safety. */
import type { DemoFeature } from '../demo.ts'
import { groupBy } from '../geometry/group.ts'
import { isInside } from '../geometry/plane.ts'
import type { Offices } from './offices.ts'
import { pointOf, ringOf } from './places.ts'
import type { Organisation } from './register.ts'
import { chain, gridsOf } from './share.ts'

const codeOf = ({ properties }: DemoFeature): string => String(properties.code)
const levelOf = ({ properties }: DemoFeature): number => Number(properties.level)

/** Large grids are the towns', medium ones the communities'; in the small ones those who know every door. */
export function assignFire({ register, features, townOf, communityOf }: Offices): void {
  const seen = new Map<string, number>()
  for (const grid of gridsOf(features, 'fire')) {
    if (levelOf(grid) === 1) {
      const { leaders, safetyHead } = townOf(codeOf(grid))
      register.assign('grids', grid, 'grid_leader', leaders[0]!)
      register.assign('grids', grid, 'grid_leader', safetyHead, { standing: 'B' })
      continue
    }
    const { deputy, safetyOfficer, microLeaders, code } = communityOf(codeOf(grid))
    if (levelOf(grid) === 2) {
      register.assign('grids', grid, 'grid_leader', deputy)
      register.assign('grids', grid, 'grid_leader', safetyOfficer, { standing: 'B' })
      continue
    }
    const number = seen.get(code) ?? 0
    seen.set(code, number + 1)
    register.assign('grids', grid, 'grid_leader', microLeaders[number % microLeaders.length]!)
    register.assign('grids', grid, 'grid_leader', safetyOfficer, { standing: 'B' })
  }
}

/** A squad for each area, and two to four supervisors in each of its work grids. */
export function assignSupervision({ register, features, bureau }: Offices): void {
  const grids = gridsOf(features, 'supervision')
  const areas = grids.filter((grid) => levelOf(grid) === 1)
  const work = new Map(
    groupBy(
      grids.filter((grid) => levelOf(grid) === 2),
      ({ properties }) => String(properties.parent_code),
    ),
  )
  let number = 0
  for (const area of areas) {
    const [leader, second] = register.hireMany(2, bureau('city'), 'squad_leader')
    for (const grid of [area, ...work.get(codeOf(area))!]) {
      register.assign('grids', grid, 'grid_leader', leader!)
      register.assign('grids', grid, 'grid_leader', second!, { standing: 'B' })
      if (grid === area) continue
      const supervisors = register.hireMany(2 + (number++ % 3), bureau('city'), 'supervisor')
      for (const supervisor of supervisors) register.assign('grids', grid, 'supervisor', supervisor, { standing: 'joint' })
    }
  }
}

export function assignLabour({ register, features, bureau, townOf }: Offices): void {
  for (const [town, grids] of groupBy(gridsOf(features, 'labour'), (grid) => codeOf(grid).slice(0, 9))) {
    const { government } = townOf(town)
    const [head, clerk] = [register.hire(government, 'affairs_office'), register.hire(government, 'affairs_clerk')]
    for (const grid of grids) {
      register.assign('grids', grid, 'labour_inspector', register.hire(bureau('labour'), 'labour_inspector'))
      register.assign('grids', grid, 'grid_leader', head)
      register.assign('grids', grid, 'grid_leader', clerk, { standing: 'B' })
    }
  }
}

/** On the ground of one school, each by one of its staff. */
export function assignSchoolSafety({ register, features }: Offices, schools: ReadonlyMap<string, Organisation>): void {
  const grids = gridsOf(features, 'school_safety')
  const site = features.key_sites!.find(
    (each) => schools.has(codeOf(each)) && grids.some((grid) => isInside(ringOf(grid), pointOf(each))),
  )!
  const teachers = register.hireMany(grids.length, schools.get(codeOf(site))!, 'teacher')
  chain(register, grids, teachers, teachers[0]!)
  grids.forEach((grid, i) => {
    register.assign('grids', grid, 'safety_officer', teachers[i]!)
  })
}
