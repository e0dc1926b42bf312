import type { Position } from '#geodata/network/index.ts'
import type { Feature } from '../../api/types.ts'
import type { KeptPack } from '../pack_store.ts'
import { featuresOf } from './features.ts'
import { boundaryDistance, contains, distanceBetween, placeInside } from './geometry.ts'
import { placesOf } from './incident_ground.ts'

/** m, where nobody says otherwise. */
export const STANDARD_RADIUS_M = 300

export const namesOf = ({ id, properties }: Feature) => ({
  id,
  name: String(properties.name ?? ''),
  kind: String(properties.kind ?? ''),
  grade: (properties.grade as string | null | undefined) ?? null,
  people: (properties.people as number | null | undefined) ?? null,
})

/** m; 0 inside. */
export const distanceTo = ({ geometry }: Feature, place: Position): number =>
  contains(geometry, place)
    ? 0
    : geometry?.type === 'Point'
      ? distanceBetween(geometry.coordinates as unknown as Position, place)
      : boundaryDistance(geometry, place)

export async function surroundings(pack: KeptPack, from: Position, radius_m: number) {
  const near = async (layer: string) =>
    (await featuresOf(pack, layer))
      .map((feature) => ({
        ...namesOf(feature),
        distance_m: distanceTo(feature, from),
        point: feature.geometry && placeInside(feature.geometry),
      }))
      .filter(({ distance_m }) => distance_m <= radius_m)
      .sort((a, b) => a.distance_m - b.distance_m)
  const homes = (await placesOf(pack, 'household_points')).filter(({ point }) => distanceBetween(point, from) <= radius_m)
  const sum = (field: string) => homes.reduce((total, { properties }) => total + Number(properties[field] ?? 0), 0)
  return {
    key_sites: await near('key_sites'),
    hazard_zones: await near('hazard_zones'),
    geohazard_points: await near('geohazard_points'),
    ...(pack.manifest.layers.includes('household_points') && {
      residents: { dwellings: homes.length, households: sum('households'), population: sum('population') },
    }),
  }
}
