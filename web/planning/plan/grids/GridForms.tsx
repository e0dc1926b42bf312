// What takes the place of a grid's row while its name or its parent is changed.
import { type FormEvent, type KeyboardEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { renameGrid, reparentGrid } from '../../editor/actions.ts'
import { useEditor } from '../../editor/editor.ts'
import { useGridName } from '../../editor/grid_names.ts'
import { parentsFor } from '../../land/parents.ts'
import styles from './GridsPart.module.css'
import type { TreeNode } from './GridsPart.tsx'

interface Props {
  readonly node: TreeNode
  readonly onEnd: () => void
}

const endingWithEscape = (onEnd: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Escape') return
  event.preventDefault()
  onEnd()
}

export function NameForm({ node, onEnd }: Props) {
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
        onKeyDown={endingWithEscape(onEnd)}
      />
    </form>
  )
}

export function ParentForm({ node, onEnd }: Props) {
  const { t, i18n } = useTranslation()
  const fabric = useEditor((editor) => editor.fabric)
  const nameOf = useGridName()
  const parents = useMemo(() => {
    const byName = new Intl.Collator(i18n.language, { numeric: true })
    return (fabric ? parentsFor(fabric, node.id) : [])
      .map((grid) => ({ id: grid.id, name: nameOf(grid) }))
      .sort((one, other) => byName.compare(one.name, other.name))
  }, [fabric, node.id, nameOf, i18n.language])
  return (
    <div className={styles.naming}>
      <select
        // biome-ignore lint/a11y/noAutofocus: it was asked for
        autoFocus
        aria-label={t('planning.grids.parent', { name: node.title })}
        value=""
        onChange={({ target }) => {
          onEnd()
          reparentGrid(node.id, target.value)
        }}
        onBlur={onEnd}
        onKeyDown={endingWithEscape(onEnd)}
      >
        <option value="">{t(parents.length > 0 ? 'planning.grids.chooseParent' : 'planning.grids.noParent')}</option>
        {parents.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}
