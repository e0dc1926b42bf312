/** Belts along the fault, flood ground along the rivers, slopes that may slide. */
import type { DemoFeature } from '../demo.ts'
import { padded } from '../duty/grid.ts'
import { resample } from '../geometry/curves.ts'
import { lengthOf, METRE } from '../geometry/plane.ts'
import { noise } from '../geometry/random.ts'
import type { Word } from '../people/words.ts'
import { beltZones } from './faults.ts'
import type { HazardPoint } from './geohazards.ts'
import type { River } from './rivers.ts'
import { belt, blob, zone } from './zone.ts'

export function zoneFeatures(rivers: readonly River[], points: readonly HazardPoint[]): DemoFeature[] {
  const slides = points
    .filter(({ kind }, i) => (kind === 'slide' || kind === 'rockfall') && i % 2 === 0)
    .map(({ name, name_en, at, people }, i) =>
      zone(
        { zh: `${name}风险区`, en: `${name_en} Risk Zone` },
        'slide',
        people > 100 ? 'high' : 'medium',
        '地质灾害详查',
        '2024',
        blob(at, 150 + ((i * 37) % 130), 91 + i),
      ),
    )
  return [...beltZones(), ...floods(rivers), ...slides].map((each, i) => ({
    ...each,
    properties: { code: `FX${padded(i + 1, 3)}`, ...each.properties },
  }))
}

/** Narrow at both ends, wider where the plain is flat. */
function floods(rivers: readonly River[]) {
  const ground = (id: string, name: Word, from: number, to: number, grade: string, salt: number) => {
    const { line } = rivers.find((river) => river.id === id)!
    const low = resample(line.slice(Math.floor(line.length * from), Math.floor(line.length * to)), 420 * METRE)
    const length = lengthOf(low)
    const reach = (side: number) => (along: number) =>
      (30 + (170 + 90 * noise(along / (900 * METRE), side)) * Math.sqrt(Math.max(0, Math.sin((Math.PI * along) / length)))) *
      METRE
    return zone(name, 'flood', grade, '二十年一遇淹没范围', '2025', belt(low, reach(salt), reach(salt + 1)))
  }
  return [
    ground('baijian', { zh: '白涧河下游洪水风险区', en: 'Lower Baijian River Flood Risk Zone' }, 0.68, 0.97, 'high', 81),
    ground('baijian', { zh: '白涧河中游洪水风险区', en: 'Middle Baijian River Flood Risk Zone' }, 0.42, 0.6, 'medium', 83),
    ground('yudai', { zh: '玉带河下游洪水风险区', en: 'Lower Yudai River Flood Risk Zone' }, 0.55, 0.9, 'medium', 85),
  ]
}
