/** Where people find refuge: the playground of every full middle school, and the parks of the seat. */
import type { County } from '../county.ts'
import type { DemoFeature } from '../demo.ts'
import { padded } from '../duty/grid.ts'
import { METRE } from '../geometry/plane.ts'
import { point } from '../geometry/shapes.ts'
import type { Park } from './parks.ts'
import type { Site } from './sites.ts'

/** Square metres a person after GB 51143-2015, by class. */
const PER_PERSON = { urgent: 0.5, temporary: 1, short_term: 2, medium_term: 3, long_term: 4.5 } as const
type Class = keyof typeof PER_PERSON

const FACILITIES: Readonly<Record<Class, string>> = {
  urgent: '应急广播、厕所',
  temporary: '应急供水、厕所、广播',
  short_term: '应急供水、应急供电、厕所、广播、医疗点',
  medium_term: '应急供水、应急供电、厕所、广播、医疗点、棚宿区',
  long_term: '应急供水、应急供电、厕所、广播、医疗点、棚宿区、停机坪、物资储备',
}

const classOf = (area: number): Class => (area > 20_000 ? 'medium_term' : area > 8000 ? 'short_term' : 'temporary')

export function shelterFeatures({ plan }: County, sites: readonly Site[], parks: readonly Park[]): DemoFeature[] {
  const playgrounds = sites
    .filter(({ refuge }) => refuge)
    .map(({ name, name_en, at: [x, y], address, refuge, managed_by }) => ({
      name: `${name}操场避难场所`,
      name_en: `${name_en} Playground Shelter`,
      at: [x + 18 * METRE, y - 11 * METRE] as const,
      address,
      area: refuge!,
      kind: classOf(refuge!),
      keeper: managed_by,
    }))
  const grounds = parks
    .filter(({ kind }) => kind === 'comprehensive')
    .map(({ name, name_en, at, area }) => ({
      name: `${name}避难场所`,
      name_en: `${name_en} Shelter`,
      at,
      address: name,
      area: Math.round((area * 0.35) / 100) * 100,
      kind: 'long_term' as const,
      keeper: `${plan.name.zh}县城市管理局`,
    }))
  return [...playgrounds, ...grounds].map(({ name, name_en, at, address, area, kind, keeper }, i) => {
    const status = i === 2 ? 'in_use' : i === 6 ? 'under_construction' : i === 4 ? 'closed' : 'available'
    return {
      properties: {
        code: `BN${padded(i + 1, 3)}`,
        name,
        name_en,
        class: kind,
        status,
        address,
        effective_area_m2: area,
        area_per_person_m2: PER_PERSON[kind],
        occupancy: status === 'in_use' ? 340 : 0,
        // Some figures are months old, and must look so.
        occupancy_at: status === 'in_use' ? '2026-03-20' : '2025-11-02',
        facilities: FACILITIES[kind],
        managed_by: keeper,
      },
      geometry: point(at),
    }
  })
}
