/** Whole days from one day to another, `YYYY-MM-DD` both; below 0 where the other comes first. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
