const EARTH_CIRCUMFERENCE_M = 40_075_016.686
const TILE_PX = 512

/** The longest round distance that fits into so many pixels at this latitude and zoom. */
export function scaleFor(latitude: number, zoom: number, longest: number): { label: string; pixels: number } {
  const metresPerPixel = (EARTH_CIRCUMFERENCE_M * Math.cos((latitude * Math.PI) / 180)) / (TILE_PX * 2 ** zoom)
  const metres = roundDown(metresPerPixel * longest)
  const label = metres >= 1000 ? `${metres / 1000}\u202fkm` : `${metres}\u202fm`
  return { label, pixels: Math.round(metres / metresPerPixel) }
}

/** 1, 2 or 5 times a power of ten. */
function roundDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  const factor = [5, 2, 1].find((one) => one * power <= value) ?? 1
  return factor * power
}
