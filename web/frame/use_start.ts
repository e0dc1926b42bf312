import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { listenLive } from '../api/live.ts'
import { forgetLayers } from '../api/queries.ts'
import { followAddress } from '../state/history.ts'
import { useConsole } from '../state/store.ts'
import { speak } from '../words/words.ts'

/** What runs beside the page for as long as it is open: the address, the event stream, language and title. */
export function useStart(): void {
  const { t } = useTranslation()
  const language = useConsole((state) => state.language)
  const workspace = useConsole((state) => state.workspace)

  useEffect(() => followAddress(), [])
  useEffect(
    () =>
      listenLive({
        state: (live) => useConsole.getState().setLive(live),
        versions: (tokens) => {
          const changed = useConsole.getState().setVersions(tokens)
          if (changed.length > 0) forgetLayers(changed)
        },
      }),
    [],
  )
  useEffect(() => void speak(language), [language])
  useEffect(() => {
    document.title = t('title', { workspace: t(`workspaces.${workspace}`) })
  }, [t, workspace])
}
