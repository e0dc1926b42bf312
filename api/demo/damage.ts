/** A past earthquake in the first county of a demo: who reported what, and from where there was no word. */
import type { Demo, DemoFeature } from '#geodata/county/demo.ts'
import type { DamagedKind, Degree } from '#geodata/damage/grades.ts'
import type { Transaction } from '../database/database.ts'
import { sql } from '../database/sql.ts'

const BEGAN = '2026-03-12T06:41:00+08:00'
const CLOSED = '2026-03-14T18:00:00+08:00'
/** km from where it began; within each, how badly what is hit worst is hit. */
const REACH: readonly (readonly [km: number, worst: number])[] = [
  [1.5, 4],
  [3, 3],
  [6, 2],
  [10, 1],
]
const DEGREES: readonly Degree[] = ['intact', 'slight', 'moderate', 'severe', 'destroyed']
const MILLIMETRES_PER_KM = 1e6
const MOST_PER_COMMUNITY = 4
/** Of so many communities one is not heard of. */
const SILENT_OF = 4

const TOLD: readonly { readonly kind: DamagedKind; readonly text: readonly (string | null)[] }[] = [
  { kind: 'building', text: ['墙面有细裂缝', '屋瓦部分掉落', '承重墙开裂，人已撤出', '一面山墙倒塌', '房屋整体倒塌'] },
  { kind: 'road', text: [null, '路面有裂缝，可通行', '路基下沉，限小车通行', '滚石堵路，不能通行', '路面垮塌中断'] },
  { kind: 'building', text: ['烟囱歪斜', '隔墙开裂', '木屋架移位', '两间倒塌，一间危险', '倒塌'] },
  { kind: 'water_supply', text: [null, '水压变小', '主管漏水，已关阀', '停水', '水塔倒塌'] },
  { kind: 'slope', text: ['坡脚有落石', '坡面有裂缝，已拉警戒', '小型滑坡，未伤人', '滑坡压占田地', '滑坡压埋房屋'] },
  { kind: 'power', text: ['电压不稳', '一处断线，已报修', '台区停电', '全村停电', '电杆倒伏'] },
  { kind: 'communication', text: [null, '手机信号时断时续', '基站停电', '通信中断', '基站倒塌'] },
  { kind: 'bridge', text: ['栏杆开裂', '伸缩缝错动', '桥面下沉，限行', '桥台开裂，已封闭', '桥面垮塌'] },
]

interface DemoReport {
  readonly community: DemoFeature
  /** Null for a report that nothing is damaged. */
  readonly cell: string | null
  readonly number: number
  readonly minutes: number
  readonly degree: Degree
  readonly kind: DamagedKind | null
  readonly text: string | null
  readonly injured: number
  readonly moved: number
}

export async function storeDemoDamage(transaction: Transaction, demo: Demo): Promise<void> {
  const areas = demo.features.administrative_areas ?? []
  const county = areas.find(({ properties }) => properties.level === 'county')
  if (!county) return
  const [event] = await transaction.query<{ id: number }>(sql`
    insert into damage_events (name, kind, began_at, closed_at, area_codes, remark, account_name, opened_at)
    values (${`${county.properties.name}4.8级地震`}, 'earthquake', ${BEGAN}::timestamptz, ${CLOSED}::timestamptz,
      ${JSON.stringify([county.properties.code])}::jsonb, '演示数据', '县应急值守', ${BEGAN}::timestamptz + interval '9 minutes') returning id`)
  const grids = lowestGrids(demo)
  const rows = reportsOf(demo).map(({ community, ...report }) => ({
    ...report,
    community_code: community.properties.code,
    community_name: community.properties.name,
    community_name_en: community.properties.name_en ?? null,
    grids: report.cell === null ? [] : (grids.get(report.cell) ?? []),
  }))
  // The identifier comes of what is reported, so that the same demo has the same ones.
  await transaction.query(sql`
    insert into damage_reports (client_id, digest, event_id, nothing_damaged, degree, kind, community_code, community_name, community_name_en,
      grids, geom, place_source, injured, moved, text, account_name, noted_at, clock_state, clock_offset_s, at, received_at)
    select md5('damage ' || given.community_code || ' ' || number)::uuid, 'demo', ${event!.id}, given.kind is null, degree, given.kind, given.community_code, community_name,
      community_name_en, given.grids, ST_PointOnSurface(unit_cells.geom), case when cell is null then 'community' else 'device' end,
      injured, moved, text, community_name || '灾情速报员', noted, 'right', 0, noted, noted + interval '20 seconds'
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (community_code text, community_name text, community_name_en text, cell text,
        number integer, minutes integer, degree text, kind text, text text, injured integer, moved integer, grids jsonb)
    left join unit_cells on unit_cells.code = cell and unit_cells.valid_to is null
    cross join lateral (select ${BEGAN}::timestamptz + make_interval(mins => minutes) as noted) as clock
    order by minutes, given.community_code, number`)
}

function reportsOf({ features }: Demo): DemoReport[] {
  const communities = (features.administrative_areas ?? []).filter(({ properties }) => properties.level === 'community')
  const cells = cellsByCommunity(features.unit_cells ?? [])
  const centre = middleOf(communities[Math.floor(communities.length / 3)]!)
  return communities.flatMap((community, index): DemoReport[] => {
    const chance = mixed(index)
    if (chance % SILENT_OF === 0) return []
    const [x, y] = middleOf(community)
    const km = Math.hypot(x - centre[0], y - centre[1]) / MILLIMETRES_PER_KM
    const worst = REACH.find(([reach]) => km <= reach)?.[1]
    const minutes = 8 + (chance % 170)
    const own = cells.get(String(community.properties.code)) ?? []
    const whole = { community, cell: null, number: 0, minutes, kind: null, text: null, injured: 0, moved: 0 }
    if (worst === undefined || own.length === 0) return [{ ...whole, degree: 'intact' as const }]
    return Array.from({ length: 1 + ((chance >> 8) % MOST_PER_COMMUNITY) }, (_, number) => {
      const luck = mixed(index * MOST_PER_COMMUNITY + number + 1)
      const rank = Math.max(0, worst - (luck % 3))
      const { kind, text } = TOLD[(luck >> 4) % TOLD.length]!
      const isHouse = kind === 'building'
      return {
        community,
        cell: own[(luck >> 8) % own.length]!,
        number,
        minutes: minutes + number * 11,
        degree: DEGREES[rank]!,
        kind,
        text: text[rank]!,
        injured: isHouse && rank >= 3 ? (luck >> 3) % 3 : 0,
        moved: isHouse && rank >= 2 ? 3 + ((luck >> 5) % 20) : 0,
      }
    })
  })
}

function cellsByCommunity(cells: readonly DemoFeature[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { properties } of cells) {
    const code = String(properties.code)
    const community = code.slice(0, 12)
    found.set(community, [...(found.get(community) ?? []), code])
  }
  return found
}

/** Of each cell and each scheme the lowest grid that it is part of. */
function lowestGrids({ features, gridCells }: Demo): Map<string, object[]> {
  const grids = new Map((features.grids ?? []).map(({ properties }) => [`${properties.scheme} ${properties.code}`, properties]))
  const levels = new Map<string, number>()
  for (const { scheme, grid_code } of gridCells) {
    const level = Number(grids.get(`${scheme} ${grid_code}`)?.level ?? 0)
    levels.set(scheme, Math.max(level, levels.get(scheme) ?? 0))
  }
  const found = new Map<string, object[]>()
  for (const { scheme, grid_code, cell_codes } of gridCells) {
    const grid = grids.get(`${scheme} ${grid_code}`)
    if (!grid || grid.level !== levels.get(scheme)) continue
    const told = { scheme, level: grid.level, code: grid.code, name: grid.name, name_en: grid.name_en ?? null }
    for (const cell of cell_codes) found.set(cell, [...(found.get(cell) ?? []), told])
  }
  return found
}

function middleOf({ geometry }: DemoFeature): readonly [number, number] {
  if (geometry?.type !== 'MultiPolygon') return [0, 0]
  const ring = geometry.coordinates[0]![0]!
  const sum = ring.reduce(([x, y], [east, north]) => [x + east, y + north] as const, [0, 0] as readonly [number, number])
  return [sum[0] / ring.length, sum[1] / ring.length]
}

/** Whole numbers that look like chance, the same for the same number (Knuth's multiplicative hashing). */
const mixed = (number: number): number => (Math.imul(number + 7, 2654435761) >>> 0) >>> 7
