import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useConsole } from '../state/store.ts'

export function BaseMapSwitch() {
  const { t } = useTranslation()
  const outside = useConsole((state) => state.outsideBaseMap)
  return (
    <SegmentedControl
      mx={16}
      mt={6}
      size="xs"
      fullWidth
      w="calc(100% - 32px)"
      aria-label={t('frame.baseMap')}
      value={outside ? 'outside' : 'own'}
      onChange={(value) => useConsole.getState().setOutsideBaseMap(value === 'outside')}
      data={[
        { value: 'own', label: t('frame.ownBaseMap') },
        { value: 'outside', label: t('frame.outsideBaseMap') },
      ]}
    />
  )
}
