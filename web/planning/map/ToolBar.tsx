import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowMerge,
  IconBrush,
  IconHandStop,
  IconHelp,
  IconLock,
  IconLockOpen,
  IconPlus,
  IconRoute,
  IconScissors,
  IconVector,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { addGrid, toggleLock } from '../editor/actions.ts'
import { redo, takeTool, undo, useEditor } from '../editor/editor.ts'
import type { ToolName } from '../tools/tool.ts'
import { useHelp } from './help.ts'
import styles from './ToolBar.module.css'

const ICON = { size: 19, stroke: 1.6, 'aria-hidden': true } as const

const TOOLS = [
  { tool: null, Icon: IconHandStop, key: 'Esc', word: 'pan' },
  { tool: 'redraw', Icon: IconRoute, key: 'R', word: 'redraw' },
  { tool: 'vertices', Icon: IconVector, key: 'V', word: 'vertices' },
  { tool: 'brush', Icon: IconBrush, key: 'B', word: 'brush' },
  { tool: 'split', Icon: IconScissors, key: 'X', word: 'split' },
  { tool: 'merge', Icon: IconArrowMerge, key: 'M', word: 'merge' },
] as const satisfies readonly { tool: ToolName | null; Icon: unknown; key: string; word: string }[]

export function ToolBar() {
  const { t } = useTranslation()
  const tool = useEditor((editor) => editor.tool)
  const canUndo = useEditor((editor) => editor.done.length > 0)
  const canRedo = useEditor((editor) => editor.undone.length > 0)
  const current = useEditor((editor) => (editor.current === null ? undefined : editor.fabric?.grids.get(editor.current)))
  const isHelp = useHelp((help) => help.isOpen)
  return (
    <div className={styles.bar} role="toolbar" aria-orientation="vertical" aria-label={t('planning.tools.label')}>
      <div className={styles.group}>
        {TOOLS.map(({ tool: one, Icon, key, word }) => (
          <ToolButton
            key={word}
            label={t(`planning.tools.${word}`)}
            shortcut={key}
            pressed={tool === one}
            onClick={() => takeTool(one)}
          >
            <Icon {...ICON} />
          </ToolButton>
        ))}
      </div>
      <div className={styles.group}>
        <ToolButton label={t('planning.tools.newGrid')} shortcut="N" onClick={() => addGrid()}>
          <IconPlus {...ICON} />
        </ToolButton>
        <ToolButton
          label={t(current?.locked ? 'planning.tools.unlock' : 'planning.tools.lock')}
          shortcut="L"
          disabled={!current}
          onClick={() => toggleLock()}
        >
          {current?.locked ? <IconLockOpen {...ICON} /> : <IconLock {...ICON} />}
        </ToolButton>
      </div>
      <div className={styles.group}>
        <ToolButton label={t('planning.tools.undo')} shortcut="Ctrl+Z" disabled={!canUndo} onClick={undo}>
          <IconArrowBackUp {...ICON} />
        </ToolButton>
        <ToolButton label={t('planning.tools.redo')} shortcut="Ctrl+Shift+Z" disabled={!canRedo} onClick={redo}>
          <IconArrowForwardUp {...ICON} />
        </ToolButton>
        <ToolButton
          label={t('planning.tools.help')}
          shortcut="?"
          pressed={isHelp}
          onClick={() => useHelp.setState({ isOpen: !isHelp })}
        >
          <IconHelp {...ICON} />
        </ToolButton>
      </div>
    </div>
  )
}

interface Props {
  readonly label: string
  readonly shortcut: string
  readonly pressed?: boolean
  readonly disabled?: boolean
  readonly onClick: () => void
  readonly children: ReactNode
}

function ToolButton({ label, shortcut, pressed, disabled = false, onClick, children }: Props) {
  return (
    <button
      type="button"
      className={styles.tool}
      aria-label={label}
      aria-pressed={pressed}
      aria-keyshortcuts={shortcut.replace('Ctrl', 'Control')}
      disabled={disabled}
      onClick={(event) => {
        onClick()
        // The keys belong to the map now: Enter must end the stroke, not press the button again.
        event.currentTarget.blur()
      }}
    >
      {children}
      <span className={styles.tip} aria-hidden="true">
        {label} <kbd>{shortcut}</kbd>
      </span>
    </button>
  )
}
