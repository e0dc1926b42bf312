import { gridImportEn } from '../words/grid_import.en.ts'
import { gridImportZh } from '../words/grid_import.zh-CN.ts'
import { historyEn } from '../words/history.en.ts'
import { historyZh } from '../words/history.zh-CN.ts'
import { planningEn } from '../words/planning.en.ts'
import { planningZh } from '../words/planning.zh-CN.ts'
import { schemesEn } from '../words/schemes.en.ts'
import { schemesZh } from '../words/schemes.zh-CN.ts'
import { addWords } from '../words/words.ts'

// The planner's words are many, and the others don't need them: they come with the workspace.
addWords(
  { planning: planningZh, history: historyZh, schemes: schemesZh, gridImport: gridImportZh },
  { planning: planningEn, history: historyEn, schemes: schemesEn, gridImport: gridImportEn },
)
