import { Button } from '@mantine/core'
import { IconFocusCentered } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useConsole } from '../../state/store.ts'
import { extentOf } from '../../values/extent.ts'

/** Brings the map to all of these. */
export function ZoomTo({ geometries }: { geometries: readonly GeoJSON.Geometry[] }) {
  const { t } = useTranslation()
  const zoom = () => {
    const extent = extentOf({ type: 'GeometryCollection', geometries: [...geometries] })
    if (extent) useConsole.getState().fly({ extent })
  }
  return (
    <Button variant="subtle" size="compact-sm" leftSection={<IconFocusCentered size={16} stroke={1.7} />} onClick={zoom}>
      {t('dangers.zoom')}
    </Button>
  )
}
