import { type Group, LAYERS } from '#geodata/layers/index.ts'

/** What is asked for most often stands first. */
export const GROUPS: readonly Group[] = ['fabric', 'fire', 'emergency', 'hazard', 'water', 'sanitation', 'place']

/** As people read them: by group, and within a group the topmost of the map first. */
export const layersInOrder = GROUPS.flatMap((group) => LAYERS.filter((layer) => layer.group === group).reverse())
