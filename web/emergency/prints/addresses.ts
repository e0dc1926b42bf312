import type { Position } from '../../api/types.ts'
import type { Language } from '../../state/url.ts'

/** As the server calls the languages of paper. */
const onPaper = (language: Language) => (language === 'en' ? 'en' : 'zh')

/** @param radius_m within which sites, zones and residents are told of */
export const incidentSheetAddress = ([lon, lat]: Position, people: number | null, radius_m: number, language: Language): string =>
  `/api/emergency/incident/sheet?${new URLSearchParams({
    lon: String(lon),
    lat: String(lat),
    ...(people !== null && { people: String(people) }),
    radius_m: String(radius_m),
    lang: onPaper(language),
  })}`

/** @param expires `YYYY-MM-DD`, or empty for as long as such books hold */
export const waterBookAddress = (territory: string, paper: string, expires: string, language: Language): string =>
  `/api/emergency/water-book?${new URLSearchParams({ territory, paper, ...(expires && { expires }), lang: onPaper(language) })}`

/** @param expires `YYYY-MM-DD`, or empty for as long as such posters hold */
export const posterAddress = (community: string, expires: string, language: Language): string =>
  `/api/emergency/poster?${new URLSearchParams({ community, ...(expires && { expires }), lang: onPaper(language) })}`
