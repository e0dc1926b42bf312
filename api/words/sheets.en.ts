import type { sheetsZhCN } from './sheets.zh-CN.ts'

export const sheetsEn: typeof sheetsZhCN = {
  sheet_area_invalid: () =>
    'area must be the code of an administrative area: 6 digits for a county, 9 for a town, 12 for a community.',
  sheet_area_not_found: ({ code, day }) => `There was no administrative area with the code “${code}” on ${day}.`,
  sheet_scheme_not_found: ({ scheme, known }) => `There is no scheme “${scheme}”. There are: ${known}.`,
  sheet_level_invalid: () => 'level must be a whole number from 1 to 9.',
  sheet_level_not_found: ({ scheme, level, known }) => `The scheme “${scheme}” has no level ${level}, only: ${known}.`,
  sheet_paper_unknown: ({ known }) => `paper must be one of ${known}.`,
  sheet_orientation_unknown: ({ known }) => `orientation must be one of ${known}.`,
  sheet_language_unknown: () => 'lang must be zh or en.',
  sheet_without_grids: ({ area, scheme, level, day }) =>
    `On ${day}, “${area}” has no grids of “${scheme}”, “${level}”, so there is nothing to draw. Choose another scheme, level or day.`,
  sheets_busy: () => 'Too many sheets are being drawn. Try again in a moment.',
  sheet_too_large: ({ maximum }) =>
    `There are more than ${maximum} grids, too many for one sheet. Choose a smaller area or a level further up.`,
}
