/** What a camera wrote beside the picture: when and where it was taken. Said by the sender's device, so to be shown and not relied on. */
import exifr from 'exifr'
import type { Camera } from './photo.ts'

const NOTHING: Camera = { taken_at: null, longitude: null, latitude: null }
/** Cameras that say no time zone are set to the time of where they are. */
const CHINA = '+08:00'
const READ = {
  ifd0: { pick: [] },
  exif: { pick: ['DateTimeOriginal', 'OffsetTimeOriginal'] },
  gps: true,
  reviveValues: false,
}

/** @param tiff a block of EXIF; what can't be read in it counts as not said */
export async function readCamera(tiff: Uint8Array | undefined): Promise<Camera> {
  if (!tiff) return NOTHING
  const said: Record<string, unknown> | undefined = await exifr.parse(Buffer.from(tiff), READ).catch(() => undefined)
  if (!said) return NOTHING
  const [longitude, latitude] = [degrees(said.longitude, 180), degrees(said.latitude, 90)]
  // Cameras without reception write zeros.
  const isPlace = longitude !== null && latitude !== null && (longitude !== 0 || latitude !== 0)
  return {
    taken_at: momentOf(said.DateTimeOriginal, said.OffsetTimeOriginal),
    longitude: isPlace ? longitude : null,
    latitude: isPlace ? latitude : null,
  }
}

const degrees = (value: unknown, most: number): number | null =>
  typeof value === 'number' && Math.abs(value) <= most ? value : null

function momentOf(time: unknown, offset: unknown): string | null {
  const [, year, month, day, clock] = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}:\d{2}:\d{2})/.exec(String(time)) ?? []
  if (!year) return null
  const zone = /^[+-]\d{2}:\d{2}$/.test(String(offset)) ? String(offset) : CHINA
  const moment = new Date(`${year}-${month}-${day}T${clock}${zone}`)
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString()
}
