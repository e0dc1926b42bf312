import { useTheme } from '../style/use_theme.ts'
import { badgeAddress } from './images.ts'
import type { AreaLook, LineLook, Look } from './look.ts'
import { inTheme, PALETTES, type Theme } from './palette.ts'
import styles from './Swatch.module.css'

/** A small picture of how a feature is drawn, on a piece of the map's paper. It always stands beside words, so screen readers pass it over. */
export function Swatch({ look }: { look: Look }) {
  const theme = useTheme()
  if (look.kind === 'point') return <img className={styles.badge} src={badgeAddress(look)} alt="" width={26} height={26} />
  return (
    <svg className={styles.drawn} viewBox="0 0 26 20" width={26} height={20} aria-hidden="true">
      {look.kind === 'line' ? <LineSwatch look={look} theme={theme} /> : <AreaSwatch look={look} theme={theme} />}
    </svg>
  )
}

function LineSwatch({ look, theme }: { look: LineLook; theme: Theme }) {
  const shown = Math.min(look.width, 5)
  const { county, roadCasing } = PALETTES[theme]
  return (
    <>
      <rect width={26} height={20} rx={3} fill={county} />
      {PALE.test(look.color) && <path d="M2 10H24" stroke={roadCasing} strokeWidth={shown + 1.6} />}
      <path d="M2 10H24" stroke={inTheme(look, theme)} strokeWidth={shown} {...dashes(look.dash, shown)} />
    </>
  )
}

/** Lines that the map draws with an edge, or nobody would see them on pale paper. */
const PALE = /^#f|^#e/i

function AreaSwatch({ look, theme }: { look: AreaLook; theme: Theme }) {
  const shown = Math.min(look.width, 2.5)
  const color = inTheme(look, theme)
  const { county, roadCasing } = PALETTES[theme]
  const box = { x: 3, y: 3, width: 20, height: 14, rx: 1.5 }
  // Ground has no border on the map; here a hair's breadth keeps pale tints apart from the panel.
  const edge = shown > 0 ? { stroke: color, strokeWidth: shown } : { stroke: roadCasing, strokeWidth: 0.6 }
  return (
    <>
      <rect {...box} fill={county} />
      <rect {...box} fill={color} fillOpacity={look.opacity} {...edge} {...dashes(look.dash, shown)} />
    </>
  )
}

const dashes = (dash: readonly number[] | undefined, width: number) =>
  dash ? { strokeDasharray: dash.map((part) => part * width).join(' ') } : {}
