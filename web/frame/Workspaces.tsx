import { IconDatabase, IconMap2, IconPolygon, IconRipple, IconTrash, IconUrgent, IconUserShield } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useConsole } from '../state/store.ts'
import { WORKSPACES } from '../workspaces/presets.ts'
import styles from './Workspaces.module.css'

const ICONS = {
  overview: IconMap2,
  planning: IconPolygon,
  rivers: IconRipple,
  emergency: IconUrgent,
  sanitation: IconTrash,
  responsibility: IconUserShield,
  administration: IconDatabase,
}

/** The way from one kind of work to another: a rail at the side of a desk, a bar at the foot of a phone. */
export function Workspaces({ variant }: { variant: 'rail' | 'bar' }) {
  const { t } = useTranslation()
  const current = useConsole((state) => state.workspace)
  return (
    <nav className={styles.list} data-variant={variant} aria-label={t('workspaces.label')}>
      {WORKSPACES.map((workspace) => {
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
