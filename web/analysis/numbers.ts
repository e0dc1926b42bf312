const WHOLE = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })
const FINE = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 })

/** As precise as the eye can make use of: 1,234 · 56.7 */
export const formatMeasure = (value: number): string => (Number.isInteger(value) || value >= 1000 ? WHOLE : FINE).format(value)
