/** What comes with the cases workspace, and only with it. */
import './words.ts'

export { CasesOnMap } from './CasesOnMap.tsx'
export { CasesBody, CasesPanel, CasesTabs } from './CasesPanel.tsx'
