/** What comes with the emergency workspace, and only with it. */
export { EmergencyOnMap } from './EmergencyOnMap.tsx'
export { EmergencyBody, EmergencyPanel, EmergencyTabs } from './EmergencyPanel.tsx'
