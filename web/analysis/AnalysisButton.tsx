import { IconHexagons } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { stateQuery } from '../api/queries.ts'
import { IconButton } from '../frame/IconButton.tsx'
import { useConsole } from '../state/store.ts'
import { standardAnalysis } from './standard.ts'

/** Opens the analyses over the map, and ends them. */
export function AnalysisButton({ touch = false }: { touch?: boolean }) {
  const { t } = useTranslation()
  const { data: state } = useQuery(stateQuery)
  const isOn = useConsole((console) => console.analysis !== null)
  const standard = state && standardAnalysis(state)
  return (
    <IconButton
      label={t(isOn ? 'analysis.close' : 'analysis.open')}
      size={touch ? 'touch' : 'normal'}
      position="left"
      pressed={isOn}
      disabled={!standard && !isOn}
      onClick={() => useConsole.getState().analyse(isOn ? null : (standard ?? null))}
    >
      <IconHexagons size={18} stroke={1.6} />
    </IconButton>
  )
}
