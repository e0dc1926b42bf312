/** The roles in which people are responsible for things on the map, each with the layers it is used on. */
import type { Words } from '../layers/layer.ts'

/** How much one person should carry in a role: warned of, never refused. */
export interface Band {
  /** What is counted: objects of the role, or households in its grids. */
  readonly of: 'objects' | 'households'
  readonly minimum?: number
  readonly maximum: number
  readonly source: Words
}

export interface Role {
  readonly id: string
  readonly label: Words
  /** Ids of the layers on whose features somebody can have this role. */
  readonly layers: readonly string[]
  /** Features of these layers without anybody in this role count as vacant. */
  readonly owed?: readonly string[]
  /** Somebody has to stand in when the first is away. */
  readonly needsSubstitute?: true
  readonly band?: Band
}

const CUSTOM: Words = { zh: '地方实践（2015—2024）', en: 'Local practice, 2015–2024' }

export const ROLES: readonly Role[] = [
  { id: 'contact_leader', label: { zh: '联系领导', en: 'Contact leader' }, layers: ['administrative_areas', 'grids'] },
  {
    id: 'section_leader',
    label: { zh: '分片领导', en: 'Section leader' },
    layers: ['grids'],
    band: { of: 'objects', minimum: 4, maximum: 6, source: CUSTOM },
  },
  {
    id: 'grid_leader',
    label: { zh: '网格长', en: 'Grid leader' },
    layers: ['grids'],
    owed: ['grids'],
    needsSubstitute: true,
  },
  {
    id: 'jointly_responsible',
    label: { zh: '共同责任人', en: 'Jointly responsible' },
    layers: ['grids', 'administrative_areas'],
  },
  {
    id: 'grid_worker_full_time',
    label: { zh: '专职网格员', en: 'Full-time grid worker' },
    layers: ['grids'],
    band: { of: 'households', maximum: 500, source: CUSTOM },
  },
  {
    id: 'grid_worker_part_time',
    label: { zh: '兼职网格员', en: 'Part-time grid worker' },
    layers: ['grids'],
    band: { of: 'households', maximum: 300, source: CUSTOM },
  },
  { id: 'supervisor', label: { zh: '监督员', en: 'Supervisor' }, layers: ['grids'] },
  { id: 'labour_inspector', label: { zh: '劳动保障监察员', en: 'Labour inspector' }, layers: ['grids'] },
  { id: 'safety_officer', label: { zh: '安全员', en: 'Safety officer' }, layers: ['grids', 'key_sites'], owed: ['key_sites'] },
  { id: 'head_river_chief', label: { zh: '总河长', en: 'Head river chief' }, layers: ['administrative_areas'] },
  {
    id: 'river_chief_county',
    label: { zh: '县级河长', en: 'River chief, county' },
    layers: ['rivers', 'river_segments'],
    owed: ['river_segments'],
  },
  {
    id: 'river_chief_town',
    label: { zh: '镇级河长', en: 'River chief, town' },
    layers: ['rivers', 'river_segments'],
    owed: ['river_segments'],
  },
  {
    id: 'river_chief_village',
    label: { zh: '村级河长', en: 'River chief, village' },
    layers: ['rivers', 'river_segments'],
    owed: ['river_segments'],
    band: { of: 'objects', maximum: 3, source: CUSTOM },
  },
  { id: 'river_police', label: { zh: '河道警长', en: 'River police officer' }, layers: ['rivers', 'river_segments'] },
  {
    id: 'road_chief',
    label: { zh: '路长', en: 'Road chief' },
    layers: ['road_segments', 'roads'],
    owed: ['road_segments'],
  },
  {
    id: 'keeper',
    label: { zh: '管护人', en: 'Keeper' },
    layers: [
      'hydrants',
      'water_sources',
      'garbage_points',
      'outfalls',
      'sewage_works',
      'shelters',
      'parks',
      'monitoring_stations',
      'river_segments',
      'road_segments',
      'control_lines',
      'key_sites',
    ],
    owed: ['hydrants', 'water_sources', 'shelters'],
    band: { of: 'objects', maximum: 200, source: CUSTOM },
  },
  {
    id: 'cleaner',
    label: { zh: '保洁员', en: 'Cleaner' },
    layers: ['garbage_points', 'road_segments', 'river_segments', 'grids', 'parks'],
    owed: ['garbage_points'],
    band: { of: 'objects', maximum: 60, source: CUSTOM },
  },
  {
    id: 'patroller',
    label: { zh: '巡查员', en: 'Patroller' },
    layers: ['patrol_areas', 'geohazard_points', 'hazard_zones', 'faults', 'unit_cells'],
    owed: ['patrol_areas', 'geohazard_points'],
  },
  {
    id: 'reporter',
    label: { zh: '灾情速报员', en: 'Damage reporter' },
    layers: ['observation_points', 'administrative_areas'],
    owed: ['observation_points'],
  },
]

/** How somebody stands in a role: first, substitute, or one of several together. */
export const STANDINGS = [
  { value: 'A', label: { zh: 'A岗', en: 'First (A)' } },
  { value: 'B', label: { zh: 'B岗', en: 'Substitute (B)' } },
  { value: 'joint', label: { zh: '共同', en: 'Jointly' } },
] as const satisfies readonly { readonly value: string; readonly label: Words }[]
export type Standing = (typeof STANDINGS)[number]['value']

const byId = new Map(ROLES.map((role) => [role.id, role]))

/** The role of this id, or undefined. */
export const findRole = (id: string): Role | undefined => byId.get(id)

export const rolesOf = (layerId: string): readonly Role[] => ROLES.filter(({ layers }) => layers.includes(layerId))

/** Layers along which chainage counts, so that an assignment may be for a stretch. */
export const LINEAR_LAYERS: readonly string[] = ['rivers', 'river_segments', 'roads', 'road_segments']
