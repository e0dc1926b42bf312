import type { TFunction } from 'i18next'
import type { Patrol } from '#geodata/rivers/records.ts'
import { formatLength } from '../formats.ts'

/** So much of so much, for each that is short. What was reached is rounded down: 4.9 of 5 minutes are 4. */
export const shortfallWords = (shortfalls: Patrol['shortfalls'], t: TFunction): string[] =>
  shortfalls.map(({ code, wanted, got }) =>
    code === 'metres'
      ? t('rivers.record.shortfalls.metres', { got: formatLength(Math.floor(got)), wanted: formatLength(wanted) })
      : t(`rivers.record.shortfalls.${code}`, { got: Math.floor(got), wanted: Math.ceil(wanted) }),
  )
