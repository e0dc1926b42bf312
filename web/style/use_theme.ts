import { useComputedColorScheme } from '@mantine/core'
import type { Theme } from '../symbols/palette.ts'

/** Light or dark, as chosen here or else on this device. */
export const useTheme = (): Theme => useComputedColorScheme('light', { getInitialValueInEffect: false })
