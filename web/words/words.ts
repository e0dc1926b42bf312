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
    // Words of the planner's workspace and of damage come with them; see planning/words.ts and damage/words.ts.
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

export async function startWords(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh-CN',
    resources: { 'zh-CN': { translation: zh }, en: { translation: en } },
    // React escapes by itself.
    interpolation: { escapeValue: false },
  })
  document.documentElement.lang = language
}

export async function speak(language: Language): Promise<void> {
  document.documentElement.lang = language
  await i18next.changeLanguage(language)
}

export { pick } from './pick.ts'
