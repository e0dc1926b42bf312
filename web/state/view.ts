/** Where the map looks. */
export interface View {
  readonly longitude: number
  readonly latitude: number
  readonly zoom: number
  readonly bearing: number
  readonly pitch: number
}

/** `113.20123,35.10456,13.2` and, when the map is turned, `,bearing,pitch`. Five decimals of a degree are about a metre. */
export function writeView({ longitude, latitude, zoom, bearing, pitch }: View): string {
  const parts = [longitude.toFixed(5), latitude.toFixed(5), shorten(zoom, 2)]
  const turned = [shorten(bearing, 1), shorten(pitch, 1)]
  return [...parts, ...(turned.every((part) => part === '0') ? [] : turned)].join(',')
}

export function readView(text: string | null): View | null {
  if (!text) return null
  const [longitude = Number.NaN, latitude = Number.NaN, zoom = Number.NaN, bearing = 0, pitch = 0] = text.split(',').map(Number)
  const inRange =
    Math.abs(longitude) <= 180 &&
    Math.abs(latitude) <= 85 &&
    zoom >= 0 &&
    zoom <= 24 &&
    Math.abs(bearing) <= 360 &&
    pitch >= 0 &&
    pitch <= 85
  return inRange ? { longitude, latitude, zoom, bearing, pitch } : null
}

const shorten = (value: number, decimals: number) => String(Number(value.toFixed(decimals)))
