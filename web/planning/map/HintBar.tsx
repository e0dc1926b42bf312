import { IconAlertTriangle, IconArrowBackUp, IconCheck, IconInfoCircle, IconX } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { dropStroke, takeTool, useEditor } from '../editor/editor.ts'
import styles from './HintBar.module.css'
import type { Hand } from './hand.ts'
import { useHint } from './use_hint.ts'

/** What to do next or why not, and the keys as buttons. */
export function HintBar({ hand }: { hand: Hand | null }) {
  const { t } = useTranslation()
  const hint = useHint()
  const tool = useEditor((editor) => editor.tool)
  const isGoing = useEditor((editor) => editor.places.length > 0)
  const following = useEditor((editor) => editor.following)
  const snap = useEditor((editor) => editor.snap)
  useEnding()
  if (!hint) return null
  const Icon = hint.tone === 'bad' || hint.tone === 'warn' ? IconAlertTriangle : hint.tone === 'good' ? IconCheck : IconInfoCircle
  return (
    <div className={styles.bar} data-tone={hint.tone}>
      <Icon size={17} stroke={1.7} aria-hidden="true" />
      <span className={styles.hint} role="status">
        {hint.text}
      </span>
      {tool !== null && snap && <span className={styles.snap}>{t(`planning.snaps.${snap.kind}`)}</span>}
      {(tool === 'redraw' || tool === 'split') && (
        <button type="button" title="F" aria-pressed={following} onClick={() => useEditor.setState({ following: !following })}>
          {t('planning.hints.follow')}
        </button>
      )}
      {isGoing && (
        <>
          <button type="button" title="Backspace" onClick={() => hand?.back()}>
            <IconArrowBackUp size={16} stroke={1.7} aria-hidden="true" />
            {t('planning.hints.back')}
          </button>
          <button type="button" title="Enter" onClick={() => hand?.finish()}>
            <IconCheck size={16} stroke={1.7} aria-hidden="true" />
            {t('planning.hints.finish')}
          </button>
        </>
      )}
      <button
        type="button"
        className={styles.leave}
        aria-label={t(isGoing ? 'planning.hints.cancel' : 'planning.hints.leave')}
        onClick={() => (isGoing ? dropStroke() : tool ? takeTool(null) : useEditor.setState({ notice: null }))}
      >
        <IconX size={16} stroke={1.7} aria-hidden="true" />
      </button>
    </div>
  )
}

const READ_MS = 8_000

/** With no tool in hand, a notice has been read after a while. */
function useEnding(): void {
  const notice = useEditor((editor) => editor.notice)
  const tool = useEditor((editor) => editor.tool)
  useEffect(() => {
    if (!notice || tool) return
    const timer = window.setTimeout(() => useEditor.setState({ notice: null }), READ_MS)
    return () => window.clearTimeout(timer)
  }, [notice, tool])
}
