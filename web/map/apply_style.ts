import type { LayerSpecification, Map as MapLibre, StyleSpecification, VectorTileSource } from 'maplibre-gl'

/** Brings the map from one of our styles to the next, touching only what differs and nothing that others put on the map
 *  (drawing tools, overlays), which `setStyle` would throw out. The set of layers never changes, only what they are like. */
export function applyStyle(map: MapLibre, before: StyleSpecification, after: StyleSpecification): void {
  const old = new Map(before.layers.map((layer) => [layer.id, layer]))
  for (const layer of after.layers) {
    const was = old.get(layer.id)
    if (was) applyLayer(map, was, layer)
  }
  for (const [id, source] of Object.entries(after.sources)) {
    const was = before.sources[id]
    if (source.type !== 'vector' || was?.type !== 'vector' || same(source.tiles, was.tiles)) continue
    map.getSource<VectorTileSource>(id)?.setTiles(source.tiles ?? [])
  }
}

type Bag = Readonly<Record<string, unknown>>

function applyLayer(map: MapLibre, was: LayerSpecification, layer: LayerSpecification): void {
  const { filter: oldFilter } = was as { filter?: never }
  const { filter } = layer as { filter?: never }
  if (!same(oldFilter, filter)) map.setFilter(layer.id, filter ?? null)
  differences(was.layout, layer.layout, (name, value) => map.setLayoutProperty(layer.id, name as never, value as never))
  differences(was.paint, layer.paint, (name, value) => map.setPaintProperty(layer.id, name as never, value as never))
}

function differences(was: Bag | undefined, is: Bag | undefined, set: (name: string, value: unknown) => void): void {
  for (const name of new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])) {
    if (!same(was?.[name], is?.[name])) set(name, is?.[name])
  }
}

const same = (one: unknown, other: unknown) => one === other || JSON.stringify(one) === JSON.stringify(other)
