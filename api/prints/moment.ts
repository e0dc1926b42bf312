/** Date and time of day in China. @param moment ISO 8601 */
export const chineseTime = (moment: string): string =>
  new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
