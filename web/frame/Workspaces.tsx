import {
  IconClipboardList,
  IconDatabase,
  IconMap2,
  IconPolygon,
  IconRipple,
  IconTrash,
  IconUrgent,
  IconUserShield,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type May, useRights } from '../access/use_rights.ts'
import { useConsole } from '../state/store.ts'
import { WORKSPACES, type WorkspaceId } from '../workspaces/presets.ts'
import styles from './Workspaces.module.css'

const ICONS = {
  overview: IconMap2,
  planning: IconPolygon,
  rivers: IconRipple,
  cases: IconClipboardList,
  emergency: IconUrgent,
  sanitation: IconTrash,
  responsibility: IconUserShield,
  administration: IconDatabase,
}

/** Work that is nobody's without a right. */
const isOpenTo = (workspace: WorkspaceId, may: May): boolean => workspace !== 'cases' || may('cases.read')

/** On a phone there is room for what somebody does there: plans are drawn and the server is looked after by those whose work it is. */
const isOnPhone = (workspace: WorkspaceId, may: May): boolean =>
  (workspace !== 'planning' || may('plans.write') || may('plans.publish')) &&
  (workspace !== 'administration' || may('accounts.write') || may('audit.read'))

/** The way from one kind of work to another: a rail at the side of a desk, a bar at the foot of a phone. */
export function Workspaces({ variant }: { variant: 'rail' | 'bar' }) {
  const { t } = useTranslation()
  const may = useRights()
  const current = useConsole((state) => state.workspace)
  const shown = WORKSPACES.filter(
    (workspace) => isOpenTo(workspace, may) && (variant === 'rail' || workspace === current || isOnPhone(workspace, may)),
  )
  return (
    <nav className={styles.list} data-variant={variant} aria-label={t('workspaces.label')}>
      {shown.map((workspace) => {
        const Icon = ICONS[workspace]
        return (
          <button
            key={workspace}
            type="button"
            className={styles.item}
            aria-current={workspace === current ? 'page' : undefined}
            onClick={() => useConsole.getState().openWorkspace(workspace)}
          >
            <Icon size={22} stroke={1.5} aria-hidden="true" />
            <span>{t(`workspaces.${workspace}`)}</span>
          </button>
        )
      })}
    </nav>
  )
}
