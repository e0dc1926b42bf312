// The order of files: what takes minutes begins first, so that at the end of a suite no processor waits for another's last file.
import type { TestSpecification } from 'vitest/node'
import { BaseSequencer } from 'vitest/node'

/** Files that load whole counties, start servers by the dozen or draw the map all the time; the slowest first. */
const SLOW = [
  'api/prefecture',
  'api/demo_cases',
  'api/demo.database',
  'api/prints',
  'api/openapi',
  'system/seed',
  'system/full_disk',
  'system/start',
  'system/data_folder',
  'system/documents',
  'system/import',
  'browser/damage',
  'browser/cases',
  'browser/planning',
  'browser/area',
  'browser/offline',
  'browser/rivers',
]

const rankOf = ({ moduleId }: TestSpecification): number => {
  const rank = SLOW.findIndex((name) => moduleId.includes(`tests/${name}`))
  return rank < 0 ? SLOW.length : rank
}

export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => rankOf(one) - rankOf(other))
  }
}
