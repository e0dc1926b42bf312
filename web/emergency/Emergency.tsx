/** What comes with the emergency workspace, and only with it. */
export { EmergencyBody, EmergencyPanel, EmergencyTabs } from './EmergencyPanel.tsx'
export { IncidentOnMap } from './IncidentOnMap.tsx'
