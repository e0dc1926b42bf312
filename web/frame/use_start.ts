import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { checkSession } from '../access/session.ts'
import { listenLive } from '../api/live.ts'
import { forgetLayers, queryClient, stateQuery } from '../api/queries.ts'
import { useSource } from '../offline/source.ts'
import { followAddress } from '../state/history.ts'
import { useConsole } from '../state/store.ts'
import { speak } from '../words/words.ts'

/** What runs beside the page for as long as it is open: the address, language and title. */
export function useStart(atDoor: boolean): void {
  const { t } = useTranslation()
  const language = useConsole((state) => state.language)
  const workspace = useConsole((state) => state.workspace)

  useEffect(() => followAddress(), [])
  useEffect(() => void speak(language), [language])
  useEffect(() => {
    document.title = atDoor ? t('access.signInTitle') : t('title', { workspace: t(`workspaces.${workspace}`) })
  }, [t, workspace, atDoor])
}

/** The event stream, for as long as somebody is signed in. */
export function useLive(signedIn: boolean): void {
  useEffect(() => {
    if (!signedIn) return
    return listenLive({
      state: (live) => {
        const before = useConsole.getState().live
        useConsole.getState().setLive(live)
        // Who answers now, says the next answer: a pack has tiles less far in.
        if (before === 'live' && live !== 'live') void queryClient.invalidateQueries({ queryKey: stateQuery.queryKey })
        // The server is back: what came from a pack is asked of it again.
        if (live === 'live' && useSource.getState().pack) void queryClient.invalidateQueries()
      },
      versions: (tokens) => {
        const changed = useConsole.getState().setVersions(tokens)
        if (changed.length > 0) forgetLayers(changed)
      },
      refused: () => void checkSession(),
    })
  }, [signedIn])
}
