// Colours are `#rrggbb`.

/** A darker shade, for the edge of a line or for lettering. */
export const darker = (color: string, share: number): string => toHex(channelsOf(color).map((channel) => channel * (1 - share)))

/**
 * The same hue at a lightness of at least `least`.
 * @param least OKLCH lightness, 0 to 1; https://bottosson.github.io/posts/oklab/
 */
export function lighter(color: string, least: number): string {
  const [lightness, a, b] = toOklab(linearOf(color))
  if (lightness >= least) return color
  // Towards the light a hue has less room: colourfulness gives way until the colour exists on a screen.
  for (let share = 1; ; share -= 0.05) {
    const linear = fromOklab([least, a * share, b * share])
    if (share <= 0 || linear.every((channel) => channel > -0.002 && channel < 1.002)) return toHex(linear.map(fromLinear))
  }
}

/** Contrast of two colours by WCAG 2.2, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light! + 0.05) / (dark! + 0.05)
}

const luminance = (color: string): number => {
  const [red, green, blue] = linearOf(color)
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

const channelsOf = (color: string): number[] => [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16))

/** Red, green and blue as shares of light, 0 to 1. */
export const linearOf = (color: string): number[] => channelsOf(color).map(toLinear)

const toHex = (channels: readonly number[]): string =>
  `#${channels
    .map((channel) =>
      Math.min(255, Math.max(0, Math.round(channel)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`

const toLinear = (channel: number): number => {
  const share = channel / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

const fromLinear = (share: number): number => 255 * (share <= 0.0031308 ? 12.92 * share : 1.055 * share ** (1 / 2.4) - 0.055)

type Triple = readonly [number, number, number]

/** Lightness, green to red and blue to yellow of shares of light. */
export function toOklab([red = 0, green = 0, blue = 0]: readonly number[]): Triple {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

function fromOklab([lightness, a, b]: Triple): Triple {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}
