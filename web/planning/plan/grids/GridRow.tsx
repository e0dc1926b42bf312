import { Menu } from '@mantine/core'
import { IconChevronDown, IconChevronRight, IconDots, IconLock } from '@tabler/icons-react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '../../../values/numbers.ts'
import { addGrid, renameGrid, retireGrid, toggleLock } from '../../editor/actions.ts'
import { chooseGrid, useEditor } from '../../editor/editor.ts'
import { zoomToGrid } from '../../editor/zoom.ts'
import styles from './GridsPart.module.css'
import type { TreeNode } from './GridsPart.tsx'

interface Props {
  readonly node: TreeNode
  readonly depth: number
  readonly isFlat: boolean
  readonly isOpenAtFirst?: boolean
}

export function GridRow({ node, depth, isFlat, isOpenAtFirst = false }: Props) {
  const { t } = useTranslation()
  const isCurrent = useEditor((editor) => editor.current === node.id)
  const holdsCurrent = useEditor((editor) => editor.current !== null && holds(node, editor.current))
  const [isOpen, setOpen] = useState(isOpenAtFirst)
  const [isNaming, setNaming] = useState(false)
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (holdsCurrent) setOpen(true)
  }, [holdsCurrent])
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  const hasChildren = !isFlat && node.children.length > 0
  return (
    <li>
      <div ref={row} className={styles.row} data-grid={node.id} data-current={isCurrent} style={{ paddingLeft: 10 + depth * 16 }}>
        {hasChildren ? (
          <button
            type="button"
            className={styles.fold}
            aria-expanded={isOpen}
            aria-label={node.title}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? <IconChevronDown size={15} stroke={1.8} /> : <IconChevronRight size={15} stroke={1.8} />}
          </button>
        ) : (
          <span className={styles.fold} />
        )}
        {isNaming ? (
          <NameForm node={node} onEnd={() => setNaming(false)} />
        ) : (
          <button
            type="button"
            className={styles.name}
            aria-pressed={isCurrent}
            aria-label={t('planning.grids.choose', { name: node.title })}
            onClick={() => chooseGrid(isCurrent ? null : node.id)}
            onDoubleClick={() => zoomToGrid(node.id)}
          >
            <span className={styles.words}>
              {node.title}
              {node.locked && <IconLock size={13} stroke={1.8} aria-label={t('planning.grids.locked')} />}
            </span>
            <Numbers node={node} />
          </button>
        )}
        <Actions node={node} onRename={() => setNaming(true)} />
      </div>
      {hasChildren && isOpen && (
        <ul>
          {node.children.map((child) => (
            <GridRow key={child.id} node={child} depth={depth + 1} isFlat={false} />
          ))}
        </ul>
      )}
    </li>
  )
}

const holds = (node: TreeNode, id: string): boolean => node.children.some((child) => child.id === id || holds(child, id))

function Numbers({ node: { measures, isOut } }: { node: TreeNode }) {
  const { t } = useTranslation()
  if (measures.cells === 0) return <small>{t('planning.grids.noLand')}</small>
  return (
    <small data-out={isOut}>
      {isOut && '◆ '}
      {t('planning.grids.households', { n: formatCount(measures.households) })}
      <span>{t('planning.grids.cells', { n: formatCount(measures.cells) })}</span>
    </small>
  )
}

function Actions({ node, onRename }: { node: TreeNode; onRename: () => void }) {
  const { t } = useTranslation()
  const mayDraw = useEditor((editor) => editor.mayDraw)
  const levels = useEditor((editor) => editor.fabric?.schemes.get(editor.session?.scope.scheme ?? '')?.levels ?? 0)
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <button type="button" className={styles.more} aria-label={t('planning.grids.actions', { name: node.title })}>
          <IconDots size={16} stroke={1.7} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => zoomToGrid(node.id)}>{t('planning.grids.zoom')}</Menu.Item>
        {mayDraw && (
          <>
            <Menu.Item onClick={onRename}>{t('planning.rename')}</Menu.Item>
            <Menu.Item onClick={() => toggleLock(node.id)}>
              {t(node.locked ? 'planning.tools.unlock' : 'planning.tools.lock')}
            </Menu.Item>
            {node.level < levels - 1 && (
              <Menu.Item
                onClick={() => {
                  chooseGrid(node.id)
                  addGrid(true)
                }}
              >
                {t('planning.grids.newUnder', { name: node.title })}
              </Menu.Item>
            )}
            {node.measures.cells === 0 && node.children.length === 0 && (
              <Menu.Item onClick={() => retireGrid(node.id)}>{t('planning.grids.retire')}</Menu.Item>
            )}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

function NameForm({ node, onEnd }: { node: TreeNode; onEnd: () => void }) {
  const { t } = useTranslation()
  const [name, setName] = useState(node.name)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onEnd()
    if (name.trim() && name.trim() !== node.name) renameGrid(node.id, name.trim())
  }
  return (
    <form className={styles.naming} onSubmit={submit}>
      <input
        // biome-ignore lint/a11y/noAutofocus: it was asked for
        autoFocus
        aria-label={t('planning.grids.renameTitle')}
        value={name}
        maxLength={100}
        onChange={({ target }) => setName(target.value)}
        onBlur={submit}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          onEnd()
        }}
      />
    </form>
  )
}
