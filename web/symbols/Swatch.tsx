import { badgeAddress } from './images.ts'
import type { AreaLook, LineLook, Look } from './look.ts'
import styles from './Swatch.module.css'

/** A small picture of how a feature is drawn. It always stands beside words, so screen readers pass it over. */
export function Swatch({ look }: { look: Look }) {
  if (look.kind === 'point') return <img className={styles.badge} src={badgeAddress(look)} alt="" width={26} height={26} />
  return (
    <svg className={styles.drawn} viewBox="0 0 26 20" width={26} height={20} aria-hidden="true">
      <rect className={styles.paper} width={26} height={20} rx={3} />
      {look.kind === 'line' ? <LineSwatch look={look} /> : <AreaSwatch look={look} />}
    </svg>
  )
}

const PALE = /^#f|^#e/i

function LineSwatch({ look: { color, width, dash } }: { look: LineLook }) {
  const shown = Math.min(width, 5)
  return (
    <>
      {PALE.test(color) && <path d="M2 10H24" stroke="#8c8778" strokeWidth={shown + 1.6} />}
      <path d="M2 10H24" stroke={color} strokeWidth={shown} {...dashes(dash, shown)} />
    </>
  )
}

function AreaSwatch({ look: { color, opacity, width, dash } }: { look: AreaLook }) {
  const shown = Math.min(width, 2.5)
  const box = { x: 3, y: 3, width: 20, height: 14, rx: 1.5 }
  return (
    <>
      <rect {...box} fill="#fbf9f4" />
      <rect {...box} fill={color} fillOpacity={opacity} stroke={color} strokeWidth={shown} {...dashes(dash, shown)} />
    </>
  )
}

const dashes = (dash: readonly number[] | undefined, width: number) =>
  dash ? { strokeDasharray: dash.map((part) => part * width).join(' ') } : {}
