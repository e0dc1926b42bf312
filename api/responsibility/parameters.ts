/** What questions about responsibility have in common: a day, a place. */
import { calendarDay, type Parameters } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { chineseDay } from '../layers/states.ts'

/** Longitude and latitude in degrees. */
export type Position = readonly [longitude: number, latitude: number]

/** The day of `at`; without one, today in China. */
export function readDay(text: string | undefined): string {
  if (text === undefined) return chineseDay()
  const day = calendarDay(text)
  if (day === undefined) throw new Problem(400, 'day_invalid', { field: 'at' })
  return day
}

export function readPosition({ lon, lat }: Parameters): Position {
  const longitude = readDegrees('lon', lon)
  const latitude = readDegrees('lat', lat)
  checkPosition(longitude, latitude)
  return [longitude, latitude]
}

function readDegrees(field: 'lon' | 'lat', text: string | undefined): number {
  const degrees = text !== undefined && /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(text.trim()) ? Number(text) : Number.NaN
  if (!Number.isFinite(degrees)) throw new Problem(400, 'position_invalid', { field })
  return degrees
}

/** Latitude first is the habit of telephones and of many tables, so it gets an answer of its own. */
function checkPosition(longitude: number, latitude: number): void {
  if (Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90) return
  if (Math.abs(longitude) <= 90 && Math.abs(latitude) <= 180) throw new Problem(400, 'position_swapped', { field: 'lat' })
  throw new Problem(400, 'position_outside', { field: Math.abs(longitude) > 180 ? 'lon' : 'lat' })
}
