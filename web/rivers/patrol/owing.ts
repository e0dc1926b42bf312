import type { TFunction } from 'i18next'
import { formatLength } from '../formats.ts'
import type { Figures } from './figures.ts'

/** What is still missing of what the rule owes, rounded up: nobody walks half a minute. */
export const owingOf = ({ shortfalls }: Pick<Figures, 'shortfalls'>, t: TFunction): string =>
  shortfalls.map((shortfall) => oweOf(shortfall, t)).join(t('patrol.live.and'))

function oweOf({ code, wanted, got }: Figures['shortfalls'][number], t: TFunction): string {
  const left = Math.max(1, Math.ceil(wanted - got))
  switch (code) {
    case 'minutes':
      return t('patrol.live.owes.minutes', { n: left })
    case 'metres':
      return t('patrol.live.owes.metres', { length: formatLength(left) })
    case 'cover':
      return t('patrol.live.owes.cover', { percent: left })
    case 'apart':
      return t('patrol.live.owes.apart')
  }
}
