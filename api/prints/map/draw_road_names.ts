import type { Terrain } from '../../sheets/content.ts'
import { onPage } from '../../sheets/draw_ground.ts'
import type { Box } from '../../sheets/layout.ts'
import type { Pen } from '../../sheets/pen.ts'
import type { Language } from '../../words/index.ts'
import type { Occupied } from './occupied.ts'
import { placeRoadNames } from './road_names.ts'

/** The great roads first: where room is scarce theirs are the names by which one finds the way. */
const IMPORTANCE = ['motorway', 'national', 'provincial', 'county', 'town', 'street', 'village']

/** Writes the names of roads along them, on a pale ground; what they cover is taken afterwards. */
export function drawRoadNames(
  pen: Pen,
  frame: Box,
  roads: Terrain['roads'],
  taken: Occupied,
  size: number,
  language: Language,
): void {
  const place = onPage(frame)
  const named = roads
    .map(({ name, name_en, lines, class: roadClass }) => ({
      name: (language === 'en' ? name_en : null) ?? name,
      rank: IMPORTANCE.indexOf(roadClass),
      lines: lines.map((line) => line.map(place)),
    }))
    .flatMap(({ name, ...road }) => (name === null ? [] : [{ name, ...road }]))
    .sort((one, other) => one.rank - other.rank)
  for (const { name, at, angle } of placeRoadNames(named, size, frame, taken))
    pen.turned(at, angle, () =>
      pen.text(name, 0, size * 0.36, { size, color: '#5b4636', align: 'center', spacing: size * 0.15, halo: size * 0.28 }),
    )
}
