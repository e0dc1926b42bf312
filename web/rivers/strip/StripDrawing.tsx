import type { RiverStrip } from '#geodata/rivers/records.ts'
import { formatChainage } from '../../responsibility/chainage.ts'
import { useRiversWords } from '../use_rivers_words.ts'
import { apart, type StripLayout } from './layout.ts'
import styles from './Strip.module.css'

const WIDTH = 92
const RIVER_X = 66
const STATION_X = 20
const CASE_X = 82
const STATION_PX = 26
const CASE_PX = 17

interface Props {
  readonly strip: RiverStrip
  readonly layout: StripLayout
  readonly label: string
}

/** The line itself with its limits, stations to the left and problems to the right of it. */
export function StripDrawing({ strip, layout, label }: Props) {
  const { rows, height, at } = layout
  const limits = [...new Set(rows.flatMap(({ from_m, to_m }) => [from_m, to_m]))]
  return (
    <svg
      className={styles.drawing}
      width={WIDTH}
      height={height}
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={label}
    >
      {rows.map(({ segment, y, height: length, from_m }) => (
        <path
          key={from_m}
          className={segment ? styles.water : styles.nobody}
          data-tone={segment?.health}
          d={`M${RIVER_X} ${y + 1.5}V${y + length - 1.5}`}
        />
      ))}
      {limits.map((limit) => (
        <g key={limit} className={styles.limit}>
          <path d={`M${RIVER_X - 8} ${at(limit)}h16`} />
          <text x={RIVER_X - 11} y={Math.min(height - 3, Math.max(9, at(limit) + 3.5))}>
            {formatChainage(limit)}
          </text>
        </g>
      ))}
      <Stations strip={strip} layout={layout} />
      <Cases strip={strip} layout={layout} />
    </svg>
  )
}

function Stations({ strip, layout: { at, height } }: Omit<Props, 'label'>) {
  const { t, name, waterClass } = useRiversWords()
  const stations = strip.stations.toSorted((one, other) => one.chainage_m - other.chainage_m)
  const places = apart(
    stations.map(({ chainage_m }) => at(chainage_m)),
    STATION_PX,
    height - STATION_PX / 2,
  )
  return stations.map((station, i) => {
    const [y, real] = [Math.max(STATION_PX / 2, places[i]!), at(station.chainage_m)]
    return (
      <g key={station.id}>
        <title>{t('rivers.strip.station', { name: name(station), class: waterClass(station) })}</title>
        <path className={styles.lead} d={`M${STATION_X + 11} ${y}L${RIVER_X} ${real}`} />
        <path
          className={styles.station}
          data-class={station.water_class ?? 'none'}
          d={`M${STATION_X} ${y - 11}l11 11-11 11-11-11z`}
        />
        <text className={styles.numeral} x={STATION_X} y={y + 4}>
          {station.water_class ? t(`rivers.water.signs.${station.water_class}`) : '?'}
        </text>
      </g>
    )
  })
}

function Cases({ strip, layout: { at, height } }: Omit<Props, 'label'>) {
  const { t } = useRiversWords()
  const cases = strip.cases.toSorted((one, other) => one.chainage_m - other.chainage_m)
  const places = apart(
    cases.map(({ chainage_m }) => at(chainage_m)),
    CASE_PX,
    height - CASE_PX / 2,
  )
  return cases.map(({ id, chainage_m, overdue }, i) => (
    <g key={id}>
      <title>{t(overdue ? 'rivers.strip.caseLate' : 'rivers.strip.case', { chainage: formatChainage(chainage_m) })}</title>
      <path
        className={styles.case}
        data-late={overdue}
        d={`M${CASE_X - 5} ${Math.max(CASE_PX / 2, places[i]!) - 6}h11l-3.5 5 3.5 5h-11z`}
      />
    </g>
  ))
}
