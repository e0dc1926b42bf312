/** What lies under every printed map: land, water, roads with their names, and the borders of one area and those around it. */
import type { Queryable } from '../../database/database.ts'
import type { SheetArea, Terrain } from '../../sheets/content.ts'
import type { Box } from '../../sheets/layout.ts'
import { type AreaRow, type Extent, type Frame, readAreaShapes, readLand, readRivers, readRoads } from '../../sheets/store.ts'
import type { Language } from '../../words/index.ts'

export interface Ground extends Terrain {
  /** Code of the area that the map is about. */
  readonly code: string
  readonly areas: readonly SheetArea[]
}

/** Areas of the map's own level, and the next below it. */
const LEVELS_SHOWN = { county: ['county', 'town'], town: ['town', 'community'], community: ['community'] } as const

export async function readGround(
  database: Queryable,
  { code, level }: Pick<AreaRow, 'code' | 'level'>,
  day: string,
  frame: Frame,
  language: Language,
): Promise<Ground> {
  const areas = await readAreaShapes(database, LEVELS_SHOWN[level], day, frame)
  return {
    code,
    areas: areas
      .filter((area) => area.level === level || area.code.startsWith(code))
      .map((area) => ({ code: area.code, name: nameIn(area, language), level: area.level, shape: area.shape })),
    land: await readLand(database, frame),
    roads: await readRoads(database, frame),
    rivers: await readRivers(database, frame),
  }
}

export const nameIn = ({ name, name_en }: { name: string; name_en: string | null }, language: Language): string =>
  (language === 'en' ? name_en : null) ?? name

/** The ground that a frame on paper covers, with the middle of an extent in its middle. */
export function frameAround(
  { srid, west, south, east, north }: Extent,
  { width, height }: Pick<Box, 'width' | 'height'>,
  scale: number,
): Frame {
  const [x, y] = [Math.round((west + east - width * scale) / 2), Math.round((south + north - height * scale) / 2)]
  return { scale, extent: { srid, west: x, south: y, east: x + width * scale, north: y + height * scale } }
}

/** Where on the page a place of the plane is: millimetres in, millimetres out. */
export const onPaper =
  ({ extent, scale }: Frame, box: Box) =>
  ({ x, y }: { readonly x: number; readonly y: number }): [number, number] => [
    box.x + (x - extent.west) / scale,
    box.y + (extent.north - y) / scale,
  ]
