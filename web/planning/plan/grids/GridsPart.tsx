import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fabric, Face, Grid } from '#geodata/fabric/index.ts'
import { isInside, isNew, type Measures } from '#geodata/planning/index.ts'
import { useNarrow } from '../../../frame/narrow.ts'
import side from '../../../responsibility/side/Side.module.css'
import type { PlanDetail } from '../../api/types.ts'
import { type Session, useEditor } from '../../editor/editor.ts'
import { useGridName } from '../../editor/grid_names.ts'
import { bandsOf, outOfBand } from '../../land/band.ts'
import { ProposePanel } from '../propose/ProposePanel.tsx'
import { Conflicts } from './Conflicts.tsx'
import { GridRow } from './GridRow.tsx'
import styles from './GridsPart.module.css'

/** More branches than these are opened one by one. */
const OPEN_UP_TO = 16

export interface TreeNode {
  readonly id: string
  readonly name: string
  /** The name in the language of the page. */
  readonly title: string
  readonly level: number
  readonly locked: boolean
  readonly measures: Measures
  readonly isOut: boolean
  readonly children: readonly TreeNode[]
}

/** The scheme's grids in the plan's area, as a tree with their numbers. */
export function GridsPart({ plan }: { plan: PlanDetail }) {
  const { t } = useTranslation()
  const session = useEditor((editor) => editor.session)!
  const fabric = useEditor((editor) => editor.fabric)!
  const narrow = useNarrow()
  const [text, setText] = useState('')
  const [onlyOut, setOnlyOut] = useState(false)
  const nameOf = useGridName()
  const tree = useMemo(() => treeOf(session, fabric, nameOf), [session, fabric, nameOf])
  const out = useMemo(() => countOut(tree), [tree])
  const isFiltered = text.trim() !== '' || onlyOut
  const shown = isFiltered ? flat(tree).filter((node) => node.title.includes(text.trim()) && (!onlyOut || node.isOut)) : tree
  return (
    <>
      <Conflicts plan={plan} />
      {plan.may.edit && !narrow && <ProposePanel plan={plan} />}
      <div className={styles.tools}>
        <input
          type="search"
          value={text}
          placeholder={t('planning.grids.find')}
          aria-label={t('planning.grids.find')}
          onChange={({ target }) => setText(target.value)}
        />
        {out > 0 && (
          <button
            type="button"
            className={side.button}
            aria-pressed={onlyOut}
            title={t('planning.grids.onlyOut')}
            onClick={() => setOnlyOut(!onlyOut)}
          >
            {t('planning.grids.outOfBand', { n: out })}
          </button>
        )}
      </div>
      {tree.length === 0 ? (
        <p className={side.note}>{t('planning.grids.empty')}</p>
      ) : shown.length === 0 ? (
        <p className={side.note}>{t('planning.grids.none')}</p>
      ) : (
        <ul className={styles.tree}>
          {shown.map((node) => (
            <GridRow key={node.id} node={node} depth={0} isFlat={isFiltered} isOpenAtFirst={shown.length <= OPEN_UP_TO} />
          ))}
        </ul>
      )}
    </>
  )
}

function treeOf(session: Session, fabric: Fabric, nameOf: (grid: Grid) => string): TreeNode[] {
  const { scheme } = session.scope
  const under = new Map<string | null, string[]>()
  for (const grid of fabric.grids.values()) {
    if (grid.scheme !== scheme || grid.retired) continue
    under.set(grid.parent, [...(under.get(grid.parent) ?? []), grid.id])
  }
  // From below upwards, each cell looked at once: a county has thousands of grids, and every step makes the tree anew.
  const build = (id: string): Built[] => {
    const grid = fabric.grids.get(id)!
    const below = (under.get(id) ?? []).flatMap(build)
    const own = [...(fabric.cells.get(id) ?? [])].map((cell) => fabric.faces.get(cell)!)
    const faces = own.length > 0 ? own : below.flatMap((one) => one.faces)
    const isOurs = faces.length === 0 ? isNew(id) : faces.some(({ community }) => isInside(session.scope, community))
    if (!isOurs) return []
    const measures = session.counter.ofCells(faces)
    const children = below.map(({ node }) => node).sort(byName)
    const isOut = outOfBand(bandsOf(session.land.rules, grid.level), measures)
    const { name, level, locked } = grid
    return [{ faces, node: { id, name, title: nameOf(grid), level, locked, measures, isOut, children } }]
  }
  const roots = [...under].filter(([parent]) => parent === null || !fabric.grids.has(parent)).flatMap(([, ids]) => ids)
  return roots
    .flatMap(build)
    .map(({ node }) => node)
    .sort(byName)
}

interface Built {
  readonly node: TreeNode
  readonly faces: readonly Face[]
}

const collator = new Intl.Collator('zh-CN', { numeric: true })
const byName = (one: TreeNode, other: TreeNode): number => collator.compare(one.title, other.title)

const flat = (nodes: readonly TreeNode[]): TreeNode[] => nodes.flatMap((node) => [node, ...flat(node.children)])
const countOut = (nodes: readonly TreeNode[]): number => flat(nodes).filter(({ isOut }) => isOut).length
