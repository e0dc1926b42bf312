// Coordinates as people write and paste them: decimal degrees in either order, or degrees, minutes and seconds with any marks.
import type { Position } from '../api/types.ts'

/** China lies within these; a bare pair of numbers is put in the order that fits. */
const LONGITUDES = [73, 136] as const
const LATITUDES = [3, 54] as const

/** Longitude and latitude in degrees, or null when the text is no pair of coordinates. */
export function readCoordinates(text: string): Position | null {
  const plain = normalise(text)
  return readLettered(plain) ?? readDecimals(plain)
}

/** Full-width and Chinese marks become the ones of ASCII; seconds are written `"`. (Not by NFKC: it takes ″ apart into two ′.) */
function normalise(text: string): string {
  return text
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ')
    .trim()
    .toUpperCase()
    .replace(/经度|LONGITUDE|LON|LNG/g, 'E')
    .replace(/纬度|LATITUDE|LAT/g, 'N')
    .replace(/[°º˚度]/g, 'D')
    .replace(/''|′′|[″“”〃秒]/g, '"')
    .replace(/[′‘’`´分]/g, "'")
    .replace(/东经|东/g, 'E')
    .replace(/西经|西/g, 'W')
    .replace(/北纬|北/g, 'N')
    .replace(/南纬|南/g, 'S')
    .replace(/[、;]/g, ',')
}

const NUMBER = String.raw`[-+]?\d+(?:\.\d+)?`
const ANGLE = String.raw`(${NUMBER})\s*(?:D\s*(?:(\d+(?:\.\d+)?)\s*'\s*(?:(\d+(?:\.\d+)?)\s*"?)?)?)?`
const BEFORE = new RegExp(String.raw`^([NSEW])\s*[:=]?\s*${ANGLE}\s*[, ]?\s*([NSEW])\s*[:=]?\s*${ANGLE}$`)
const AFTER = new RegExp(String.raw`^${ANGLE}\s*([NSEW])\s*[, ]?\s*${ANGLE}\s*([NSEW])$`)
const MARKED = new RegExp(String.raw`^${ANGLE}\s*[, ]\s*${ANGLE}$`)

function readLettered(text: string): Position | null {
  const before = BEFORE.exec(text)
  if (before) return byLetters(before[1]!, angle(before.slice(2, 5)), before[5]!, angle(before.slice(6, 9)))
  const after = AFTER.exec(text)
  if (after) return byLetters(after[4]!, angle(after.slice(1, 4)), after[8]!, angle(after.slice(5, 8)))
  const marked = text.includes('D') ? MARKED.exec(text) : null
  return marked && byRange(angle(marked.slice(1, 4)), angle(marked.slice(4, 7)))
}

function readDecimals(text: string): Position | null {
  const [, first, second] = new RegExp(String.raw`^[([]?\s*(${NUMBER})\s*[,\s]\s*(${NUMBER})\s*[)\]]?$`).exec(text) ?? []
  return first === undefined || second === undefined ? null : byRange(Number(first), Number(second))
}

/** NaN where minutes or seconds are out of range. */
function angle([degrees, minutes = '0', seconds = '0']: readonly (string | undefined)[]): number {
  const value = Math.abs(Number(degrees)) + Number(minutes) / 60 + Number(seconds) / 3600
  if (Number(minutes) >= 60 || Number(seconds) >= 60) return Number.NaN
  return degrees?.startsWith('-') ? -value : value
}

function byLetters(firstLetter: string, first: number, secondLetter: string, second: number): Position | null {
  const isLongitude = (letter: string) => letter === 'E' || letter === 'W'
  if (isLongitude(firstLetter) === isLongitude(secondLetter)) return null
  const signed = (letter: string, value: number) => (letter === 'W' || letter === 'S' ? -value : value)
  const [one, other] = [signed(firstLetter, first), signed(secondLetter, second)]
  return onEarth(isLongitude(firstLetter) ? [one, other] : [other, one])
}

function byRange(first: number, second: number): Position | null {
  if (within(first, LONGITUDES) && within(second, LATITUDES)) return [first, second]
  if (within(second, LONGITUDES) && within(first, LATITUDES)) return [second, first]
  return null
}

const within = (value: number, [low, high]: readonly [number, number]) => value >= low && value <= high
const onEarth = ([longitude, latitude]: Position): Position | null =>
  Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 ? [longitude, latitude] : null
