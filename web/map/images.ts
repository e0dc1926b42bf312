import type { Map as MapLibre } from 'maplibre-gl'
import { drawShield } from '../symbols/draw_shield.ts'
import { readImageName } from '../symbols/image_names.ts'
import { drawImage } from '../symbols/images.ts'
import { SHIELD } from '../symbols/road_shields.ts'

/** Draws symbols when the map first needs them, sharp on this screen. */
export function provideImages(map: MapLibre): void {
  const ratio = Math.max(1, Math.ceil(window.devicePixelRatio))
  map.setMissingStyleImageResolver(async (name) => {
    if (map.hasImage(name)) return
    const [kind, rest = ''] = name.split('|')
    if (kind === SHIELD) {
      const shield = drawShield(rest, ratio)
      if (shield) map.addImage(name, shield.image, shield.options)
      return
    }
    const wanted = readImageName(name)
    const image = wanted && drawImage(wanted.variant, wanted.look, ratio)
    if (image) map.addImage(name, image, { pixelRatio: ratio })
  })
}
