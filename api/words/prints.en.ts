import type { printsZhCN } from './prints.zh-CN.ts'

export const printsEn: typeof printsZhCN = {
  book_territory_invalid: () => 'territory must be the code of a town (9 digits) or community (12 digits).',
  water_book_too_large: ({ maximum }) =>
    `There are more than ${maximum} sources of water, too many for a book. Ask for one of each community.`,
  expiry_invalid: ({ day }) => `expires must be a day (YYYY-MM-DD) after ${day}.`,
  poster_community_invalid: () => 'community must be the code of a community (12 digits).',
  bulletin_too_early: ({ day }) =>
    `A bulletin counts whole days, and of the period of ${day} none is over yet. Ask for an earlier day.`,
}
