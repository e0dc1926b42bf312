import { useMantineColorScheme } from '@mantine/core'
import { IconMoon, IconSun } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useTheme } from '../style/use_theme.ts'
import { IconButton } from './IconButton.tsx'

/** Light or dark, the map with the panels; until somebody chooses, as the device has it. */
export function SchemeSwitch({ size = 'normal' }: { size?: 'normal' | 'touch' }) {
  const { t } = useTranslation()
  const { setColorScheme } = useMantineColorScheme()
  const dark = useTheme() === 'dark'
  return (
    <IconButton
      label={t(dark ? 'frame.light' : 'frame.dark')}
      size={size}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
    >
      {dark ? <IconSun size={18} stroke={1.6} /> : <IconMoon size={18} stroke={1.6} />}
    </IconButton>
  )
}
