import type { Layer } from '#geodata/layers/index.ts'

/** Two steps closer, or to where every point of the layer stands for itself if that is nearer. */
export const partingZoom = (layer: Layer, zoom: number): number => Math.min(zoom + 2, Math.max(layer.thinBelow ?? 0, zoom + 0.5))
