import type { Position } from '../api/types.ts'

/** 113.20123°E 35.10456°N */
export const formatPosition = ([longitude, latitude]: Position): string =>
  `${Math.abs(longitude).toFixed(5)}°${longitude < 0 ? 'W' : 'E'} ${Math.abs(latitude).toFixed(5)}°${latitude < 0 ? 'S' : 'N'}`

/** For pasting elsewhere, and into the search box: 113.201230, 35.104560 */
export const copyablePosition = ([longitude, latitude]: Position): string => `${longitude.toFixed(6)}, ${latitude.toFixed(6)}`
