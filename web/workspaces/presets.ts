/** The workspaces: each is a way to look at the one map. A preset says which layers are on and which table belongs to the work. */

export const WORKSPACES = [
  'overview',
  'planning',
  'rivers',
  'cases',
  'emergency',
  'sanitation',
  'responsibility',
  'administration',
] as const
export type WorkspaceId = (typeof WORKSPACES)[number]

export interface Preset {
  readonly layers: readonly string[]
  readonly table: string
}

/** Under every kind of work: where am I? */
const GROUND = ['land_cover', 'administrative_areas', 'rivers', 'roads']

export const PRESETS: Readonly<Record<WorkspaceId, Preset>> = {
  overview: { layers: [...GROUND, 'grids', 'key_sites', 'shelters'], table: 'grids' },
  planning: { layers: [...GROUND, 'unit_cells', 'grids', 'household_points'], table: 'grids' },
  rivers: { layers: [...GROUND, 'river_segments', 'outfalls', 'monitoring_stations'], table: 'river_segments' },
  cases: { layers: [...GROUND, 'grids'], table: 'grids' },
  emergency: {
    layers: [...GROUND, 'hydrants', 'water_sources', 'shelters', 'hazard_zones', 'faults', 'geohazard_points', 'key_sites'],
    table: 'shelters',
  },
  sanitation: { layers: [...GROUND, 'garbage_points', 'road_segments'], table: 'garbage_points' },
  responsibility: { layers: [...GROUND, 'grids', 'river_segments', 'road_segments'], table: 'grids' },
  administration: { layers: [...GROUND, 'grids'], table: 'administrative_areas' },
}

export const isWorkspace = (text: string | null): text is WorkspaceId => WORKSPACES.includes(text as WorkspaceId)
