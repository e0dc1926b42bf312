import { Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Responsible } from '../queries.ts'
import styles from './AssignmentMenu.module.css'
import { openAssignment } from './assign.ts'

/** What can be done with one assignment. */
export function AssignmentMenu({ one: { assignment_id, person } }: { one: Responsible }) {
  const { t, i18n } = useTranslation()
  const name = (i18n.language === 'en' && person.name_en) || person.name
  return (
    <Menu position="bottom-end" width="max-content" shadow="md">
      <Menu.Target>
        <button type="button" className={styles.button} aria-label={t('assign.menu', { name })}>
          <IconDots size={16} stroke={1.7} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => openAssignment(assignment_id, 'change')}>{t('assign.change')}</Menu.Item>
        <Menu.Item onClick={() => openAssignment(assignment_id, 'end')}>{t('assign.endMenu')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
