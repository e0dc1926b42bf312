/** Areas that are patrolled in one season: against straw burning in the plain, against forest fires in the hills. */
import type { County } from '../county.ts'
import { type DemoFeature, VALID_FROM } from '../demo.ts'
import { outlineOf, sumOf } from '../duty/areas.ts'
import { divide } from '../duty/divide.ts'
import { padded } from '../duty/grid.ts'
import { multiPolygon } from '../geometry/shapes.ts'
import type { Cell } from '../ground/cells.ts'
import type { Town } from '../people/communities.ts'

const PARTS = 3
const SEASONS = {
  straw_burning: { name: '夏季秸秆禁烧', name_en: 'Summer Straw Burning', from: '2026-05-20', to: '2026-06-30' },
  forest_fire: { name: '春季护林防火', name_en: 'Spring Forest Fire', from: '2026-02-01', to: '2026-05-10' },
} as const
type Season = keyof typeof SEASONS

const hasForest = ({ id }: Town): boolean => ['yunling', 'cuiyu', 'zhuyuan', 'qingbai', 'ruishan'].includes(id)

export function patrolFeatures(county: County): DemoFeature[] {
  const random = county.plan.random('patrols')
  const area = (town: Town, season: Season, cells: readonly Cell[], i: number): DemoFeature => ({
    properties: {
      name: `${town.name}${SEASONS[season].name}第${i + 1}巡查区`,
      name_en: `${town.name_en} ${SEASONS[season].name_en} Patrol Area ${i + 1}`,
      season,
      starts_on: SEASONS[season].from,
      ends_on: SEASONS[season].to,
      patrollers: Math.max(3, Math.round(cells.reduce((sum, cell) => sum + cell.area, 0) / 2_000_000)),
      fire_points: random.chance(0.55) ? 0 : random.integer(1, 4),
      households: sumOf(cells).households,
      managed_by: `${town.name}人民政府`,
      valid_from: VALID_FROM,
    },
    geometry: multiPolygon(outlineOf(county, cells)),
  })
  const features = county.towns.flatMap((town) => {
    if (town.kind === 'subdistrict') return []
    const cells = town.communities.flatMap((community) => community.cells)
    const seasons: Season[] =
      town.kind === 'township' ? ['forest_fire'] : hasForest(town) ? ['straw_burning', 'forest_fire'] : ['straw_burning']
    return seasons.flatMap((season) =>
      divide(county, cells, season === 'forest_fire' ? PARTS + 1 : PARTS, (cell) => cell.area).map((part, i) =>
        area(town, season, part, i),
      ),
    )
  })
  return features.map((feature, i) => ({ ...feature, properties: { code: `XC${padded(i + 1, 3)}`, ...feature.properties } }))
}
