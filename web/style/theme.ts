import { type CSSVariablesResolver, createTheme, Tooltip } from '@mantine/core'

/** Mantine in the console's own colours; everything else about its look comes from style/tokens.css. */
export const theme = createTheme({
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font-mono)',
  primaryColor: 'qing',
  primaryShade: { light: 7, dark: 6 },
  // Dark words on the lighter green of the dark scheme: white ones would be too faint there.
  autoContrast: true,
  luminanceThreshold: 0.2,
  colors: {
    qing: ['#eaf5f5', '#d5e8e9', '#a8d0d2', '#78b7ba', '#52a2a6', '#3a9499', '#2b8c92', '#0f5e66', '#0b4a51', '#07383d'],
  },
  defaultRadius: 7,
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Tooltip: Tooltip.extend({
      defaultProps: {
        openDelay: 350,
        withArrow: false,
        offset: 6,
        fz: 12,
        px: 8,
        py: 4,
        events: { hover: true, focus: true, touch: false },
      },
    }),
  },
})

/** A quiet button in the console's own soft accent: Mantine's is nearly black in the dark. */
export const ownColours: CSSVariablesResolver = () => {
  const soft = {
    '--mantine-color-qing-light': 'var(--accent-soft)',
    '--mantine-color-qing-light-hover': 'color-mix(in srgb, var(--accent-soft), var(--accent) 14%)',
    '--mantine-color-qing-light-color': 'var(--accent-ink)',
  }
  return { variables: {}, light: soft, dark: soft }
}

/** The server writes a fresh nonce into the page; without one the content security policy drops Mantine's style elements. */
export const styleNonce = (): string => document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
