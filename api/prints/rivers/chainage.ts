/** Chainage as it stands on signs: K1+250 is 1,250 m from the source. */
export function chainageText(metres: number): string {
  const whole = Math.round(metres)
  return `K${Math.floor(whole / 1000)}+${String(whole % 1000).padStart(3, '0')}`
}
