/** Key sites, and the playgrounds beside schools where people find refuge. */

import type { DemoFeature } from '../county/demo.ts'
import { between, locate, METRE } from '../county/geometry/plane.ts'
import type { Land } from './cells.ts'
import { point } from './shapes.ts'
import { SITE_PLANS, type SitePlan } from './site_plans.ts'

/** The plans name places by eye. Here each moves inward until it stands clear of the streets around its block. */
export const makeSites = (land: Land): SitePlan[] =>
  SITE_PLANS.map((site) => {
    const { ring, middle } = land.cellAt(site.at)!
    const closed = [...ring, ring[0]!]
    const steps = [0, 0.2, 0.4, 0.6, 0.8, 1].map((t) => between(site.at, middle, t))
    return { ...site, at: steps.find((at) => locate(closed, at).away > 27 * METRE) ?? middle }
  })

export const siteFeatures = (sites: readonly SitePlan[]): DemoFeature[] =>
  sites.map(({ name, name_en, kind, at, address, people, managed_by }, i) => ({
    properties: { code: `ZD${String(i + 1).padStart(3, '0')}`, name, name_en, kind, address, people, managed_by },
    geometry: point(at),
  }))

/** Square metres a person after GB 51143-2015, by class. */
const PER_PERSON = { urgent: 0.5, temporary: 1, short_term: 2 } as const

export const shelterFeatures = (sites: readonly SitePlan[]): DemoFeature[] =>
  sites
    .filter((site) => site.refuge)
    .map(({ name, name_en, at: [x, y], address, refuge, managed_by }, i) => {
      const kind = refuge! > 8000 ? 'short_term' : refuge! > 3000 ? 'temporary' : 'urgent'
      const status = i === 2 ? 'in_use' : i === 6 ? 'under_construction' : i === 3 ? 'closed' : 'available'
      return {
        properties: {
          code: `BN${String(i + 1).padStart(3, '0')}`,
          name: `${name}操场避难场所`,
          name_en: `${name_en} Playground Shelter`,
          class: kind,
          status,
          address,
          effective_area_m2: refuge!,
          area_per_person_m2: PER_PERSON[kind],
          occupancy: status === 'in_use' ? 340 : 0,
          // One figure is months old, and must look so.
          occupancy_at: status === 'in_use' ? '2026-03-20' : '2025-11-02',
          facilities: kind === 'short_term' ? '应急供水、应急供电、厕所、广播、医疗点' : '应急供水、厕所、广播',
          managed_by,
        },
        geometry: point([x + 22 * METRE, y - 14 * METRE]),
      }
    })
