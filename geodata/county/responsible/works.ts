/** What the county keeps up itself: sewage works, outfalls, parks, and where the water is tried. */
import type { DemoFeature } from '../demo.ts'
import type { BureauId, Offices } from './offices.ts'
import type { PostId } from './posts.ts'

interface Work {
  readonly layer: string
  readonly role: string
  readonly bureau: BureauId
  readonly post: PostId
  readonly people: number
}

const WORKS: readonly Work[] = [
  { layer: 'sewage_works', role: 'keeper', bureau: 'water_company', post: 'water_keeper', people: 4 },
  { layer: 'outfalls', role: 'keeper', bureau: 'water', post: 'water_keeper', people: 4 },
  { layer: 'parks', role: 'keeper', bureau: 'city', post: 'park_keeper', people: 3 },
  { layer: 'parks', role: 'cleaner', bureau: 'sanitation_company', post: 'cleaner', people: 4 },
  { layer: 'monitoring_stations', role: 'keeper', bureau: 'ecology', post: 'monitor', people: 3 },
  { layer: 'control_lines', role: 'keeper', bureau: 'land', post: 'officer', people: 2 },
  { layer: 'faults', role: 'patroller', bureau: 'emergency', post: 'officer', people: 1 },
]

export function assignWorks({ register, features, bureau }: Offices): void {
  for (const { layer, role, bureau: id, post, people } of WORKS) {
    const staff = register.hireMany(people, bureau(id), post)
    features[layer]!.forEach((object: DemoFeature, i) => {
      register.assign(layer, object, role, staff[i % staff.length]!)
    })
  }
}
