import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '../state/url.ts'
import type { CaseWords } from './cases.zh-CN.ts'
import type { DamageWords } from './damage.zh-CN.ts'
import { en } from './en.ts'
import type { GridImportWords } from './grid_import.zh-CN.ts'
import type { HistoryWords } from './history.zh-CN.ts'
import type { PatrolWords } from './patrol.zh-CN.ts'
import type { PlanningWords } from './planning.zh-CN.ts'
import type { RiversWords } from './rivers.zh-CN.ts'
import type { SchemeWords } from './schemes.zh-CN.ts'
import { zh } from './zh-CN.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    // Words of some workspaces come with them (`addWords`).
    resources: {
      translation: typeof zh & {
        planning: PlanningWords
        history: HistoryWords
        schemes: SchemeWords
        gridImport: GridImportWords
        damage: DamageWords
        cases: CaseWords
        rivers: RiversWords
        patrol: PatrolWords
      }
    }
  }
}

/** Words that came before any were spoken: in which order parts are fetched is nobody's to rely on. */
const early: { zh: object; en: object } = { zh: {}, en: {} }

export async function startWords(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh-CN',
    resources: { 'zh-CN': { translation: { ...zh, ...early.zh } }, en: { translation: { ...en, ...early.en } } },
    // React escapes by itself.
    interpolation: { escapeValue: false },
  })
  document.documentElement.lang = language
}

/** Words of a part that comes when it is needed, by their keys. */
export function addWords(zhWords: object, enWords: object): void {
  Object.assign(early.zh, zhWords)
  Object.assign(early.en, enWords)
  if (!i18next.services?.resourceStore) return
  i18next.addResourceBundle('zh-CN', 'translation', zhWords, true)
  i18next.addResourceBundle('en', 'translation', enWords, true)
}

export async function speak(language: Language): Promise<void> {
  document.documentElement.lang = language
  await i18next.changeLanguage(language)
}

export { pick } from './pick.ts'
