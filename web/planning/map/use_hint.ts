import { useTranslation } from 'react-i18next'
import type { Conflict } from '#geodata/planning/index.ts'
import { lockOf } from '../editor/actions.ts'
import { useEditor } from '../editor/editor.ts'
import { useGridName } from '../editor/grid_names.ts'
import { useExtra } from './extra.ts'

export interface Hint {
  readonly text: string
  readonly tone: 'plain' | 'bad' | 'warn' | 'good'
}

export function useRefusalWords(): (refusal: { code: Conflict['code']; ids?: readonly string[] | undefined }) => string {
  const { t } = useTranslation()
  const nameOf = useGridName()
  return ({ code, ids = [] }) => {
    const locked = code === 'grid_locked' && useEditor.getState().fabric?.grids.get(ids[0] ?? '')
    return locked ? t('planning.hints.locked', { name: nameOf(locked) }) : t(`planning.refusals.${code}`)
  }
}

/** What the bar says just now: why not, else what to do next. Undefined: nothing to say. */
export function useHint(): Hint | undefined {
  const { t } = useTranslation()
  const words = useRefusalWords()
  const nameOf = useGridName()
  const { tool, notice, proposal, places, fabric, current } = useEditor()
  const tooMany = useExtra((extra) => extra.tooMany)
  if (notice) {
    const reasons = [
      notice.word && t(`planning.notices.${notice.word}`),
      notice.refusal && words(notice.refusal),
      notice.text,
    ].filter(Boolean)
    return { text: reasons.join('：'), tone: notice.tone }
  }
  const name = (id: string | null | undefined) => (id ? nameOf(fabric?.grids.get(id)) : '')
  if (!tool) return undefined
  if (proposal?.refused && !proposal.open) return { text: words(proposal.refused), tone: 'bad' }
  switch (tool) {
    case 'redraw':
    case 'split': {
      if (places.length === 0) return { text: t(`planning.hints.${tool}`), tone: 'plain' }
      // Warned before the drag, not after.
      const locked = fabric && proposal?.grids.map((id) => lockOf(fabric, id)).find((grid) => grid !== undefined)
      if (locked) return { text: t('planning.hints.locked', { name: nameOf(locked) }), tone: 'warn' }
      const isClosed = proposal?.closes && proposal.after
      return { text: t(isClosed ? 'planning.hints.redrawClosing' : 'planning.hints.redrawGoing'), tone: 'plain' }
    }
    case 'vertices':
      return tooMany
        ? { text: t('planning.hints.verticesTooMany'), tone: 'warn' }
        : { text: t('planning.hints.vertices'), tone: 'plain' }
    case 'brush': {
      const locked = fabric && current && lockOf(fabric, current)
      if (locked) return { text: t('planning.hints.locked', { name: nameOf(locked) }), tone: 'warn' }
      return current
        ? { text: t('planning.hints.brush', { name: name(current) }), tone: 'plain' }
        : { text: t('planning.hints.brushNoGrid'), tone: 'warn' }
    }
    case 'merge': {
      const [into, gone] = proposal?.grids ?? []
      return {
        text: into ? t('planning.hints.mergeInto', { into: name(into), gone: name(gone) }) : t('planning.hints.merge'),
        tone: 'plain',
      }
    }
  }
}
