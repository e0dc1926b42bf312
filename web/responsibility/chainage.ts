/** Chainage as it stands on signs: K1+250 is 1,250 m from the start. */
export function formatChainage(metres: number): string {
  const whole = Math.round(metres)
  return `K${Math.floor(whole / 1000)}+${String(whole % 1000).padStart(3, '0')}`
}

export const formatStretch = (from: number, to: number): string => `${formatChainage(from)}–${formatChainage(to)}`

/**
 * Metres of a chainage as people write it: K1+250, k1+250.5, 1+250, K3, 1250, 1,250 m; also with the wide characters of a
 * Chinese keyboard. Undefined for anything else.
 */
export function parseChainage(text: string): number | undefined {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()
  const [, kilometres, metres] = /^K?(\d{1,5})\+(\d{1,3}(?:\.\d+)?)$/.exec(plain) ?? []
  if (kilometres !== undefined) return Number(kilometres) * 1000 + Number(metres)
  const [, whole] = /^K(\d{1,5}(?:\.\d+)?)$/.exec(plain) ?? []
  if (whole !== undefined) return Number((Number(whole) * 1000).toFixed(3))
  const [, number] = /^(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:M|米)?$/.exec(plain) ?? []
  return number === undefined ? undefined : Number(number.replaceAll(',', ''))
}
