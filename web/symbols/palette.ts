// The colours that the catalogue does not give: of the paper the map is printed on, and of its lettering. Pale by day and dim by
// night, so that what the catalogue draws stands out.
import { darker, lighter } from './colors.ts'

export type Theme = 'light' | 'dark'

export interface Palette {
  readonly outside: string
  readonly county: string
  readonly label: string
  readonly labelPlace: string
  readonly labelWater: string
  readonly labelArea: string
  readonly labelRoad: string
  readonly halo: string
  readonly roadCasing: string
  readonly select: string
  readonly selectCasing: string
  readonly reliefShadow: string
  readonly reliefLight: string
}

export const PALETTES: Readonly<Record<Theme, Palette>> = {
  light: {
    outside: '#e9e5da',
    county: '#f6f3ea',
    label: '#2a3538',
    labelPlace: '#3b4447',
    labelWater: '#2a6a99',
    labelArea: '#6d4a7e',
    labelRoad: '#5d574a',
    halo: '#fbf9f3',
    roadCasing: '#a39b88',
    select: '#ffb400',
    selectCasing: '#3a2a00',
    reliefShadow: '#5b5140',
    reliefLight: '#ffffff',
  },
  dark: {
    outside: '#14191b',
    county: '#1e2427',
    label: '#d5dcdb',
    labelPlace: '#c6cfce',
    labelWater: '#86bfe3',
    labelArea: '#cfa9df',
    labelRoad: '#b9b3a3',
    halo: '#14191b',
    roadCasing: '#0d1112',
    select: '#ffc53d',
    selectCasing: '#120d00',
    reliefShadow: '#000000',
    reliefLight: '#8fa3a6',
  },
}

/** Something that the catalogue gives a colour. */
interface Colored {
  readonly color: string
  readonly dark?: string | undefined
}

/** Lightness (OKLCH, 0 to 1) that a line needs on the dark ground to be told from it by 3 : 1 (WCAG 2.2, 1.4.11). */
const LEGIBLE_ON_DARK = 0.66

/** A colour of the catalogue as it is drawn: on a dark map in its own variant, or lightened until it can be seen. */
export const inTheme = ({ color, dark }: Colored, theme: Theme): string =>
  theme === 'light' ? color : (dark ?? lighter(color, LEGIBLE_ON_DARK))

/** The colour's own shade for lettering. */
export const letteringOf = (colored: Colored, theme: Theme): string =>
  theme === 'light' ? darker(colored.color, 0.22) : lighter(colored.color, 0.8)
