/** What is reported of damage, and by which standard. Words for all of it are the console's. */

/**
 * The five grades of GB/T 24335-2009 建(构)筑物地震破坏等级划分, Ⅰ to Ⅴ: basically intact, slight, moderate, severe damage, destroyed.
 * For other things than buildings, and for floods and storms, they are used alike by how far a thing still serves.
 */
export const DEGREES = ['intact', 'slight', 'moderate', 'severe', 'destroyed'] as const
export type Degree = (typeof DEGREES)[number]
export const DEGREE_SOURCE = { standard: 'GB/T 24335', edition: '2009' } as const

/** From 1 (intact) to 5 (destroyed), as the standard numbers them. */
export const rankOf = (degree: Degree): number => DEGREES.indexOf(degree) + 1

/** What is damaged. */
export const DAMAGED_KINDS = [
  'building',
  'road',
  'bridge',
  'water_supply',
  'power',
  'communication',
  'gas',
  'embankment',
  'slope',
  'other',
] as const
export type DamagedKind = (typeof DAMAGED_KINDS)[number]

/** People as 自然灾害情况统计调查制度 counts them: dead, missing, trapped, injured, moved to safety. */
export const PEOPLE_COUNTS = ['dead', 'missing', 'trapped', 'injured', 'moved'] as const
export type PeopleCount = (typeof PEOPLE_COUNTS)[number]
export const MOST_PEOPLE = 100_000

export const EVENT_KINDS = ['earthquake', 'flood', 'storm', 'landslide', 'fire', 'snow', 'other'] as const
export type EventKind = (typeof EVENT_KINDS)[number]

/** Whence the place of a report is known. */
export const PLACE_SOURCES = ['device', 'map', 'community'] as const
export type PlaceSource = (typeof PLACE_SOURCES)[number]

/** Photos of one report: what fits on a screen in three rows of three. */
export const MOST_PHOTOS = 9
