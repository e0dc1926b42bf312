import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Grid } from '#geodata/fabric/index.ts'
import { englishName } from '#geodata/planning/index.ts'
import { type Session, useEditor } from './editor.ts'

/** What a grid of a draft is called in the language of the page: only names that stand in the land have an English form. */
export const nameIn = (language: string, { land, base }: Pick<Session, 'land' | 'base'>, grid: Grid): string =>
  (language === 'en' && englishName(land.names_en, base, grid)) || grid.name

/** The same for the plan that is open. */
export function useGridName(): (grid: Grid | undefined) => string {
  const { i18n } = useTranslation()
  const session = useEditor((editor) => editor.session)
  return useCallback((grid) => (grid && session ? nameIn(i18n.language, session, grid) : ''), [session, i18n.language])
}
