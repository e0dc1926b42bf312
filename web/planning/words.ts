import i18next from 'i18next'
import { gridImportEn } from '../words/grid_import.en.ts'
import { gridImportZh } from '../words/grid_import.zh-CN.ts'
import { historyEn } from '../words/history.en.ts'
import { historyZh } from '../words/history.zh-CN.ts'
import { planningEn } from '../words/planning.en.ts'
import { planningZh } from '../words/planning.zh-CN.ts'
import { schemesEn } from '../words/schemes.en.ts'
import { schemesZh } from '../words/schemes.zh-CN.ts'

// The planner's words are many, and the others don't need them: they come with the workspace.
i18next.addResourceBundle(
  'zh-CN',
  'translation',
  { planning: planningZh, history: historyZh, schemes: schemesZh, gridImport: gridImportZh },
  true,
)
i18next.addResourceBundle(
  'en',
  'translation',
  { planning: planningEn, history: historyEn, schemes: schemesEn, gridImport: gridImportEn },
  true,
)
