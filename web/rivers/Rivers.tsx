/** What comes with the rivers workspace, and only with it. */
import './words.ts'

export { RiversOnMap } from './map/RiversOnMap.tsx'
export { RiversBody, RiversPanel, RiversTabs } from './RiversPanel.tsx'
