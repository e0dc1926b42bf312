import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { IconMoon, IconSun } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from './IconButton.tsx'

/** Light or dark panels. The map stays as it is: its colours mean something. */
export function SchemeSwitch({ size = 'normal' }: { size?: 'normal' | 'touch' }) {
  const { t } = useTranslation()
  const { setColorScheme } = useMantineColorScheme()
  const dark = useComputedColorScheme('light') === 'dark'
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
