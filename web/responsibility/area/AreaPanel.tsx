import { IconCircleDashed, IconHandFinger, IconPolygon, IconSquareDashed, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { findLayer } from '#geodata/layers/index.ts'
import { useNarrow } from '../../frame/narrow.ts'
import { useConsole } from '../../state/store.ts'
import { DayField } from '../DayField.tsx'
import { AreaCounts } from './AreaCounts.tsx'
import { AreaList } from './AreaList.tsx'
import styles from './AreaPanel.module.css'
import { type AreaTool, useArea } from './area.ts'
import { bodyOf } from './queries.ts'

const TOOLS = [
  { tool: 'polygon', Icon: IconPolygon, key: 'D' },
  { tool: 'rectangle', Icon: IconSquareDashed },
  { tool: 'circle', Icon: IconCircleDashed },
  { tool: 'pick', Icon: IconHandFinger },
] as const satisfies readonly { tool: AreaTool; Icon: unknown; key?: string }[]

/** What lies in an area: draw it or pick it, and see. */
export function AreaPanel() {
  const { drawn, picked, listed } = useArea()
  const body = bodyOf({ drawn, picked })
  const layer = listed === null ? undefined : findLayer(listed)
  return (
    <div className={styles.panel}>
      <Tools />
      {body === null ? <Nothing /> : layer ? <AreaList key={layer.id} body={body} layer={layer} /> : <AreaCounts body={body} />}
    </div>
  )
}

function Tools() {
  const { t } = useTranslation()
  const narrow = useNarrow()
  const { tool, drawn, picked, take, clear } = useArea()
  const choose = (one: AreaTool) => {
    take(tool === one ? null : one)
    if (narrow && tool !== one) useConsole.getState().openSheet(null)
  }
  return (
    <div className={styles.tools} role="toolbar" aria-label={t('area.tools')}>
      {TOOLS.map(({ tool: one, Icon, ...rest }) => (
        <button
          key={one}
          type="button"
          aria-pressed={tool === one}
          aria-keyshortcuts={'key' in rest ? rest.key : undefined}
          title={'key' in rest ? `${t(`area.tool.${one}`)} (${rest.key})` : t(`area.tool.${one}`)}
          onClick={() => choose(one)}
        >
          <Icon size={19} stroke={1.5} aria-hidden="true" />
          <span>{t(`area.tool.${one}`)}</span>
        </button>
      ))}
      <button type="button" disabled={!drawn && picked.length === 0} title={t('area.clear')} onClick={clear}>
        <IconTrash size={19} stroke={1.5} aria-hidden="true" />
        <span>{t('area.clear')}</span>
      </button>
    </div>
  )
}

function Nothing() {
  const { t } = useTranslation()
  const narrow = useNarrow()
  return (
    <div className={styles.nothing}>
      <p>{t('area.empty')}</p>
      {!narrow && <p>{t('area.emptyKeys')}</p>}
      <DayField />
    </div>
  )
}
