import { Menu } from '@mantine/core'
import { IconChevronDown, IconChevronRight, IconDots, IconLock } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '../../../values/numbers.ts'
import { addGrid, retireGrid, toggleLock } from '../../editor/actions.ts'
import { chooseGrid, useEditor } from '../../editor/editor.ts'
import { zoomToGrid } from '../../editor/zoom.ts'
import { NameForm, ParentForm } from './GridForms.tsx'
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
  const [form, setForm] = useState<'name' | 'parent' | null>(null)
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
        {form === 'name' ? (
          <NameForm node={node} onEnd={() => setForm(null)} />
        ) : form === 'parent' ? (
          <ParentForm node={node} onEnd={() => setForm(null)} />
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
        <Actions node={node} onForm={setForm} />
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

function Actions({ node, onForm }: { node: TreeNode; onForm: (form: 'name' | 'parent') => void }) {
  const { t } = useTranslation()
  const mayDraw = useEditor((editor) => editor.mayDraw)
  const levels = useEditor((editor) => editor.fabric?.schemes.get(editor.session?.scope.scheme ?? '')?.levels ?? 0)
  return (
    // The form that a choice opens keeps the focus.
    <Menu position="bottom-end" withinPortal returnFocus={false}>
      <Menu.Target>
        <button type="button" className={styles.more} aria-label={t('planning.grids.actions', { name: node.title })}>
          <IconDots size={16} stroke={1.7} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => zoomToGrid(node.id)}>{t('planning.grids.zoom')}</Menu.Item>
        {mayDraw && (
          <>
            <Menu.Item onClick={() => onForm('name')}>{t('planning.rename')}</Menu.Item>
            {node.level > 0 && <Menu.Item onClick={() => onForm('parent')}>{t('planning.grids.reparent')}</Menu.Item>}
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
