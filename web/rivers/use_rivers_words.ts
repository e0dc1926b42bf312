import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { PatrolState, Stretch, WaterState } from '#geodata/rivers/records.ts'
import { today } from '../values/times.ts'
import { formatShortDay, nameGaps } from './formats.ts'

interface InBoth {
  readonly name: string
  readonly name_en: string | null
}

/** What is said of patrols and water in more than one place. */
export function useRiversWords() {
  const { t, i18n } = useTranslation()
  const { language } = i18n
  const day = (text: string) => formatShortDay(text, language, today())
  return {
    t,
    language,
    day,
    name: ({ name, name_en }: InBoth) => (language === 'en' && name_en) || name,
    standing: (patrol: PatrolState) => standingOf(patrol, t),
    since: ({ days_since }: PatrolState) =>
      days_since === null
        ? t('rivers.patrol.sinceNever')
        : days_since === 0
          ? t('rivers.patrol.sinceToday')
          : t('rivers.patrol.since', { n: days_since }),
    due: ({ due_on, overdue_days }: PatrolState) =>
      t(overdue_days > 0 ? 'rivers.patrol.dueWas' : 'rivers.patrol.due', { day: day(due_on) }),
    waterClass: ({ water_class }: Pick<WaterState, 'water_class'>) =>
      water_class === null ? t('rivers.water.none') : t(`rivers.water.classes.${water_class}`),
    /** Empty where there is none that a position could tell. */
    gaps: (gaps: readonly Stretch[], most = Number.POSITIVE_INFINITY) => gapsOf(gaps, most, t),
  }
}

/** In a few words, the worst first. */
export function standingOf({ state, overdue_days, due_on }: PatrolState, t: TFunction): string {
  if (state === 'never' && overdue_days === 0) return t('rivers.patrol.never')
  if (overdue_days > 0) return t('rivers.patrol.overdue', { n: overdue_days })
  if (state === 'ok') return t('rivers.patrol.ok')
  const left = Math.round((Date.parse(due_on) - Date.parse(today())) / 86_400_000)
  return left <= 0 ? t('rivers.patrol.dueToday') : t('rivers.patrol.dueIn', { n: left })
}

function gapsOf(gaps: readonly Stretch[], most: number, t: TFunction): string {
  const named = nameGaps(gaps)
  if (named.length === 0) return ''
  // The unit once, at the end: 1.2–1.6、2.1–2.4 km.
  const said = named.slice(0, most).map(({ from, to }) => `${from}–${to}`)
  const text = `${said.join(t('rivers.record.join'))}\u202fkm`
  return named.length > most ? `${text}${t('rivers.record.join')}${t('patrol.live.more', { n: named.length - most })}` : text
}
