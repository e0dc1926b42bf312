import { IconFileImport } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useRights } from '../../access/use_rights.ts'
import side from '../../responsibility/side/Side.module.css'
import { useConsole } from '../../state/store.ts'

/** A scheme concerns everywhere, and so must the right of who fills one. */
export function ImportButton() {
  const { t } = useTranslation()
  if (!useRights()('schemes.write', '')) return null
  return (
    <button type="button" className={side.button} onClick={() => useConsole.getState().openGridImport(true)}>
      <IconFileImport size={15} stroke={1.7} aria-hidden="true" />
      {t('gridImport.open')}
    </button>
  )
}
