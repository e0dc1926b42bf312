/** Chainage as it stands on signs: K1+250 is 1,250 m from the start. */
export function formatChainage(metres: number): string {
  const whole = Math.round(metres)
  return `K${Math.floor(whole / 1000)}+${String(whole % 1000).padStart(3, '0')}`
}

export const formatStretch = (from: number, to: number): string => `${formatChainage(from)}–${formatChainage(to)}`
