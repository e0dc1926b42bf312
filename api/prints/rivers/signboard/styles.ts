/** Colours of a signboard: white letters on the band are read in the sun. */
export const BAND_COLOUR = '#0b4f6c'
export const HOTLINE_COLOUR = '#a61b1b'
