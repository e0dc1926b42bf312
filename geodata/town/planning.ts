/** What is planned, kept or watched in the town: patrol areas, parks, control lines, planned roads, sewage works, observation points. */
import { type DemoFeature, type Position, VALID_FROM } from '../county/demo.ts'

const feature = (properties: DemoFeature['properties'], geometry: DemoFeature['geometry']): DemoFeature => ({
  properties,
  geometry,
})
const lasting = (properties: DemoFeature['properties'], geometry: DemoFeature['geometry']) =>
  feature({ ...properties, valid_from: VALID_FROM }, geometry)
const point = (...coordinates: Position): DemoFeature['geometry'] => ({ type: 'Point', coordinates })

/**
 * @param areas the administrative areas: patrols keep to villages
 * @param cells the unit cells: parks and what protects them are whole cells
 */
export function planningFeatures(
  areas: readonly DemoFeature[],
  cells: readonly DemoFeature[],
): Readonly<Record<string, readonly DemoFeature[]>> {
  const villages = areas.filter(({ properties }) => properties.kind === 'village')
  const [garden, square] = cells
    .filter(({ properties }) => properties.land_use === 'built_up' && properties.households === 0)
    .concat(cells)
  return {
    patrol_areas: villages.map(({ properties, geometry }, index) => {
      const inHills = String(properties.code).startsWith('411825200')
      const season = inHills
        ? {
            name: `${properties.name}防火巡查区`,
            name_en: `${properties.name_en} Forest Fire Patrol Area`,
            season: 'forest_fire',
            starts_on: '2025-11-01',
            ends_on: '2026-04-30',
          }
        : {
            name: `${properties.name}禁烧巡查区`,
            name_en: `${properties.name_en} Straw Burning Patrol Area`,
            season: 'straw_burning',
            starts_on: '2026-05-25',
            ends_on: '2026-06-30',
          }
      const { households = null } = properties
      return lasting(
        { code: `XC${index + 1}`, ...season, patrollers: 3 + (index % 3), fire_points: index % 4 === 1 ? 1 : 0, households },
        geometry,
      )
    }),
    parks: [
      lasting(
        { code: 'GY1', name: '清和游园', name_en: 'Qinghe Garden', kind: 'community', managed_by: '青柏镇人民政府' },
        garden!.geometry,
      ),
      lasting(
        { code: 'GY2', name: '青柏广场', name_en: 'Qingbai Square', kind: 'square', managed_by: '青柏镇人民政府' },
        square!.geometry,
      ),
    ],
    control_lines: [
      lasting(
        {
          code: 'KZX1',
          name: '清和游园绿线',
          name_en: 'Qinghe Garden Green Line',
          kind: 'green',
          basis: '青柏镇总体规划',
          edition: '2025',
        },
        garden!.geometry,
      ),
    ],
    planned_roads: [
      lasting(
        {
          code: 'GH1',
          name: '城南路',
          name_en: 'Chengnan Road',
          from_place: '河湾村',
          to_place: '柳庄村',
          red_line_width_m: 24,
          state: 'planned',
          edition: '2025',
        },
        {
          type: 'MultiLineString',
          coordinates: [
            [
              [424_900_000, 3_885_050_000],
              [426_100_000, 3_884_650_000],
              [427_600_000, 3_884_700_000],
              [429_300_000, 3_885_200_000],
            ],
          ],
        },
      ),
    ],
    sewage_works: [
      feature(
        {
          code: 'WS1',
          name: '青柏镇污水处理站',
          name_en: 'Qingbai Town Sewage Station',
          kind: 'station',
          state: 'in_operation',
          capacity_t_d: 3000,
          discharge_standard: '一级 A',
          managed_by: '泽陵县水务公司',
        },
        point(428_400_000, 3_884_900_000),
      ),
      feature(
        {
          code: 'WS2',
          name: '城南提升泵站',
          name_en: 'Town South Pumping Station',
          kind: 'pump_station',
          state: 'under_repair',
          managed_by: '泽陵县水务公司',
        },
        point(427_200_000, 3_885_300_000),
      ),
    ],
    observation_points: [
      feature(
        {
          code: 'GC1',
          name: '南岭断层观测点',
          name_en: 'Nanling Fault Observation Point',
          kind: 'station',
          equipment: '强震仪、断层形变仪',
          inspected_on: '2026-03-12',
        },
        point(426_900_000, 3_883_300_000),
      ),
      feature(
        {
          code: 'GC2',
          name: '后寨村速报点',
          name_en: 'Houzhai Village Damage Reporting Point',
          kind: 'reporter',
          inspected_on: '2026-05-08',
        },
        point(424_700_000, 3_889_000_000),
      ),
    ],
  }
}
