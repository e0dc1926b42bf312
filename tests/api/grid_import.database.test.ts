// Existing grids of a file become a scheme: what is wrong with them is told first, slivers are settled, the rest is left to a planner.
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sql } from '#api/database/sql.ts'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'
import { doPlan, draw, landOf, newPlan, publishPlan, strokeAcross } from '../helpers/plans.ts'
import { planePoint, polygonOf, storeSquareTown } from '../helpers/square_town.ts'

let app: TestApp
const TOWN = '411825100'
const WEST = `${TOWN}001`
const EAST = `${TOWN}002`

type Ring = readonly (readonly [number, number])[]
interface Row {
  readonly rings: readonly Ring[]
  readonly properties?: object
}

beforeAll(async () => {
  app = await startApp({ demo: false })
  await storeSquareTown(app.database)
  await app.database.query(
    sql`insert into scheme (id, name_zh, name_en, within_community) values ('fire', '消防', 'Fire', false)`,
  )
  await app.database.query(sql`insert into scheme_level (scheme, level, name_zh, name_en) values ('fire', 1, '大网格', 'Large')`)
})
afterAll(() => app?.close())

const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
]

async function fileOf(rows: readonly Row[]): Promise<Blob> {
  const features = []
  for (const { rings, properties = {} } of rows)
    features.push({ type: 'Feature', properties, geometry: await polygonOf(app.database, ...rings) })
  return new Blob([JSON.stringify({ type: 'FeatureCollection', features })])
}

const USUAL = { territory_code: TOWN, levels: [{ key: 'grid', name: null }], tolerance_m: 1 }

async function post(path: string, file: Blob | null, request: object | string = USUAL, status = 200): Promise<Json> {
  const form = new FormData()
  if (file) form.set('file', file, file instanceof File ? file.name : 'grids.geojson')
  form.set('request', typeof request === 'string' ? request : JSON.stringify(request))
  const response = await fetch(`${app.url}/api/schemes/${path}`, { method: 'POST', headers: app.administrator, body: form })
  const text = await response.text()
  expect(response.status, text).toBe(status)
  return JSON.parse(text)
}

const rehearsal = async (rows: readonly Row[], request: object = {}) =>
  post('fire/import?dry_run=true', await fileOf(rows), { ...USUAL, ...request })

const brief = ({ findings }: Json) =>
  findings.map(({ kind, rows, within, outcome }: Json) => `${kind} ${rows.join('+')} ${within ? 'within' : 'above'} ${outcome}`)

/** Cells and grids of the squares go; the communities stay. */
async function clearLand(): Promise<void> {
  for (const table of ['grid_cell', 'grids', 'unit_cells'] as const)
    await app.database.query(
      { grid_cell: sql`delete from grid_cell`, grids: sql`delete from grids`, unit_cells: sql`delete from unit_cells` }[table],
    )
}

/** The town in quarters, one community west and one east. */
const QUARTERS: readonly Row[] = [
  { rings: [box(0, 0, 1, 0.5)], properties: { grid: '一', hu: 10 } },
  { rings: [box(0, 0.5, 1, 1)], properties: { grid: '一', hu: 20 } },
  { rings: [box(1, 0, 2, 0.5)], properties: { grid: '二', hu: 30 } },
  { rings: [box(1, 0.5, 2, 1)], properties: { grid: '二', hu: 40 } },
]
const withRow = (index: number, row: Partial<Row>) => QUARTERS.map((each, at) => (at === index ? { ...each, ...row } : each))

test('cells that are there keep their shape: each goes whole to the row with most of it, and what is cut off is told', async () => {
  // The border lies 100 m off the middle of the town: a strip of the eastern cells is claimed by the western grid.
  const rows = [
    { rings: [box(0, 0, 1.1, 1)], properties: { grid: '西' } },
    { rings: [box(1.1, 0, 2, 1)], properties: { grid: '东' } },
  ]
  const preview = await rehearsal(rows)
  expect(preview).toMatchObject({ keeps_cells: true, makes_areas: false, cells_added: 0, grids_added: 2, without_grid: [] })
  expect(preview.grids.map(({ name, cell_count, households }: Json) => [name, cell_count, households])).toEqual(
    expect.arrayContaining([
      ['西', 2, 200],
      ['东', 2, 200],
    ]),
  )
  expect(preview.totals.cell_cut).toMatchObject({ count: 2, above: 2 })
  expect(preview.totals.cell_cut.area_m2).toBeCloseTo(100_000, -1)
  expect(await app.database.query(sql`select from grids where scheme = 'fire'`)).toEqual([])

  const stored = await post('fire/import', await fileOf(rows), { ...USUAL, digest: preview.digest }, 201)
  expect(stored.grids.map(({ code }: Json) => code).toSorted()).toEqual([`${WEST}001`, `${EAST}001`].toSorted())
  expect((await post('fire/import?dry_run=true', await fileOf(rows), USUAL, 409)).code).toBe('grids_present')
})

test('a grid over two communities stands in the way in each of them, though its code names neither', async () => {
  await app.database.query(sql`delete from grid_cell`)
  await app.database.query(sql`delete from grids`)
  const rows = [{ rings: [box(0, 0, 2, 1)], properties: { grid: '全\u0000镇' } }]
  const preview = await rehearsal(rows)
  expect(preview.grids.map(({ name }: Json) => name)).toEqual(['全镇'])
  const stored = await post('fire/import', await fileOf(rows), { ...USUAL, digest: preview.digest }, 201)
  expect(stored.grids.map(({ code }: Json) => code)).toEqual([`${TOWN}000001`])
  const east = [{ rings: [box(1, 0, 2, 1)], properties: { grid: '东' } }]
  const refusal = await post('fire/import?dry_run=true', await fileOf(east), { ...USUAL, territory_code: EAST }, 409)
  expect(refusal.code).toBe('grids_present')
})

test('a file that covers the communities exactly becomes cells and grids, without a finding', async () => {
  await clearLand()
  const request = { ...USUAL, households: 'hu' }
  const preview = await rehearsal(QUARTERS, request)
  expect([preview.findings, preview.keeps_cells]).toEqual([[], false])
  const stored = await post('fire/import', await fileOf(QUARTERS), { ...request, digest: preview.digest }, 201)
  expect(stored).toMatchObject({ cells_added: 4, grids_added: 2, communities_added: 0 })
  const cells = await app.database.query(sql`select code, households from unit_cells order by code`)
  // Numbered west to east in rows from north to south.
  expect(cells).toEqual([
    { code: `${WEST}001`, households: 20 },
    { code: `${WEST}002`, households: 10 },
    { code: `${EAST}001`, households: 40 },
    { code: `${EAST}002`, households: 30 },
  ])

  const plan = await newPlan(app, TOWN, '切一刀', { scheme: 'fire' })
  const { fabric } = await landOf(app, plan)
  const grid = `fire/${WEST}001`
  await draw(app, plan, [
    { kind: 'split_grid', grid, stroke: strokeAcross(fabric, grid), new_grid: { id: 'fire/new-00000001', name: '北半' } },
  ])
  await publishPlan(app, plan)
  expect(await app.database.query(sql`select code from grids where scheme = 'fire' and valid_to is null`)).toHaveLength(3)
})

/*
 *   0        1        2         Row 1 ends 0.4 m before the border of its neighbour to the north: a sliver of a gap.
 *   +--------+--------+ 1       Row 4 begins 20 m too far north: a gap that nobody may fill silently.
 *   |   2    |   4    |         Row 3 reaches 30 m beyond the town, and 0.3 m over the community's border into row 1.
 *   +- - - - +        |
 *   |   1    +========+
 *   |        |   3    +-+
 *   +--------+--------+-+ 0
 */
const ROUGH: readonly Row[] = [
  { rings: [box(0, 0, 1, 0.4996)], properties: { grid: '一' } },
  QUARTERS[1]!,
  { rings: [box(0.9997, 0, 2.03, 0.5)], properties: { grid: '二' } },
  { rings: [box(1, 0.52, 2, 1)], properties: { grid: '二' } },
]

test('slivers are settled within the tolerance; wide gaps become cells without a grid and are never filled', async () => {
  await clearLand()
  const preview = await rehearsal(ROUGH)
  expect(brief(preview).toSorted()).toEqual(
    [
      'gap  above open',
      'gap  within given',
      'outside 3 above cut',
      'overlap 1+3 within given',
      // Where row 3 reaches over the border and row 1 ends short of it.
      'across_communities 3 within given',
    ].toSorted(),
  )
  expect(preview.totals.gap).toMatchObject({ count: 2, above: 1 })
  const gap = preview.findings.find(({ kind, within }: Json) => kind === 'gap' && !within)
  expect([gap.area_m2, gap.width_m, gap.geometry.type]).toEqual([expect.closeTo(20_000, -1), expect.closeTo(19.6, 1), 'Polygon'])
  expect(preview.without_grid).toHaveLength(1)
  expect(preview.cells_added).toBe(5)

  const strict = await rehearsal(ROUGH, { tolerance_m: 0 })
  expect(brief(strict).filter((each: string) => each.includes('within'))).toEqual([])
  const generous = await rehearsal(ROUGH, { tolerance_m: 25 })
  expect(brief(generous)).toContain('gap  within given')
  expect(generous.without_grid).toEqual([])

  await post('fire/import', await fileOf(ROUGH), { ...USUAL, digest: preview.digest }, 201)
  const plan = await newPlan(app, TOWN, '补缝', { scheme: 'fire' })
  const { findings } = await app.json(`/api/plans/${plan.id}/findings`)
  expect(findings.filter(({ rule }: Json) => rule === 'cover')).toHaveLength(1)
  await doPlan(app, plan, 'withdraw', {})
})

/*
 *   Rows that are no areas: a bow-tie, two parts, a ring that isn't closed, no geometry, an overlap as wide as the rows.
 */
test('invalid, multipart, unreadable and doubled rows are told, each by its number', async () => {
  await clearLand()
  const bowTie: Row = {
    rings: [
      [
        [0, 0],
        [1, 0.5],
        [1, 0],
        [0, 0.5],
      ],
    ],
    properties: { grid: '一' },
  }
  const crossed = await rehearsal(withRow(0, bowTie))
  expect(brief(crossed)).toEqual(expect.arrayContaining(['invalid 1 above mended', 'multipart 1 above apart']))
  expect(crossed.totals.gap.area_m2).toBeCloseTo(250_000, -2)

  const doubled = await rehearsal([...QUARTERS, { ...QUARTERS[2]!, properties: { grid: '三' } }])
  expect(brief(doubled)).toEqual(
    expect.arrayContaining(['overlap 3+5 above open', 'without_land 3 above left_out', 'without_land 5 above left_out']),
  )

  const text = await (await fileOf(QUARTERS)).text()
  const file = JSON.parse(text)
  file.features[0].geometry.coordinates[0].pop()
  file.features[1].geometry = null
  delete file.features[2].properties.grid
  const broken = await post('fire/import?dry_run=true', new Blob([JSON.stringify(file)]))
  expect(broken.findings.map(({ kind, rows, reason }: Json) => [kind, rows, reason])).toEqual(
    expect.arrayContaining([
      ['unreadable', [1], 'unclosed_ring'],
      ['unreadable', [2], 'no_geometry'],
      ['without_grid', [3], null],
    ]),
  )
})

test('a hole in a community is no gap; where there are no communities, they are made and a wide hole stays one', async () => {
  const elsewhere = '440007001'
  const ring: Row = { rings: [box(3, 0, 4, 1), box(3.4, 0.4, 3.6, 0.6)], properties: { grid: '甲', village: '河口' } }
  const beside: Row = { rings: [box(4, 0, 5, 1)], properties: { grid: '乙', village: '河尾' } }
  const request = { territory_code: elsewhere, community: 'village' }
  const preview = await rehearsal([ring, beside], request)
  expect(preview).toMatchObject({ makes_areas: true, communities_added: 2, cells_added: 2 })
  expect(brief(preview)).toEqual(['gap  above enclave'])
  await post('fire/import', await fileOf([ring, beside]), { ...USUAL, ...request, digest: preview.digest }, 201)
  const areas = await app.database.query(sql`
    select code, name, level from administrative_areas where starts_with(code, '440007') order by code`)
  expect(areas).toEqual([
    { code: '440007', name: '440007', level: 'county' },
    { code: elsewhere, name: elsewhere, level: 'town' },
    { code: `${elsewhere}001`, name: '河口', level: 'community' },
    { code: `${elsewhere}002`, name: '河尾', level: 'community' },
  ])
  const [{ holes }] = (await app.database.query(sql`
    select ST_NumInteriorRings(ST_GeometryN(canonical, 1)) as holes from administrative_areas where code = ${`${elsewhere}001`}`)) as [
    { holes: number },
  ]
  expect(holes).toBe(1)
})

test('neighbours outside the territory get the corners that the new cells set on the common border', async () => {
  await clearLand()
  await app.database.query(sql`delete from administrative_areas where starts_with(code, '440007')`)
  const west: readonly Row[] = [
    { rings: [box(0, 0, 1, 0.3)], properties: { grid: '一' } },
    { rings: [box(0, 0.3, 1, 1)], properties: { grid: '一' } },
  ]
  const first = await rehearsal(west, { territory_code: WEST })
  await post('fire/import', await fileOf(west), { ...USUAL, territory_code: WEST, digest: first.digest }, 201)
  const withCorner = async (x: number) => {
    const rows = await app.database.query<{ code: string }>(sql`
      select distinct code from administrative_areas, ST_DumpPoints(canonical) as corner
      where valid_to is null and ST_Equals(corner.geom, ${planePoint(x, 0.3)}) order by code`)
    return rows.map(({ code }) => code)
  }
  expect(await withCorner(0)).toEqual(['411825', TOWN, WEST])
  expect(await withCorner(1)).toEqual([WEST, EAST])
})

/*
 *   A table gives each cell its grid; the one that the scheme gives out comes back as it was.
 */
test('a table of cells and grids goes out and comes back, ids as text', async () => {
  const out = await (await app.get(`/api/schemes/fire/cells?format=csv&territory=${WEST}`)).text()
  const [header, ...lines] = out.replace('\ufeff', '').trim().split(/\r?\n/)
  expect(lines).toHaveLength(2)
  const columns = header!.split(',')
  await app.database.query(sql`delete from grid_cell`)
  await app.database.query(sql`delete from grids`)
  const request = { territory_code: WEST, cell: columns[0], levels: [{ key: columns[3], name: columns[4] }] }
  const table = [header, ...lines, lines[0], lines[0]!.replace(/\d{15}/, '999999999999999')].join('\n')
  const preview = await post('fire/import?dry_run=true', new File([table], 'cells.csv'), request)
  expect(preview.findings.map(({ kind, rows, reason }: Json) => [kind, rows, reason])).toEqual([
    ['cell_twice', [4], `${WEST}001`],
    ['unknown_cell', [5], '999999999999999'],
  ])
  expect(preview.grids.map(({ name, cell_count }: Json) => [name, cell_count])).toEqual([['一', 2]])
  const stored = await post('fire/import', new File([table], 'cells.csv'), { ...request, digest: preview.digest }, 201)
  expect(stored.grids_added).toBe(1)
  await clearLand()
  expect((await post('fire/import', new File([table], 'cells.csv'), request, 409)).code).toBe('cells_missing')
})

describe('without land', () => {
  beforeEach(clearLand)

  /*
   *   +---+---+---+---+    Each of the twelve was drawn by somebody else, up to 20 cm off at every corner: along all borders there are
   *   | 1 | 2 | 3 | 4 |    slivers of gaps and overlaps, and parts beyond the town and its communities. PostGIS proves what becomes of it.
   *   +---+---+---+---+
   */
  test('however borders were drawn twice, everything within the tolerance is settled and the land is covered once', async () => {
    const offset = fc.double({ min: -0.0002, max: 0.0002, noNaN: true })
    const corners = fc.array(offset, { minLength: 96, maxLength: 96 })
    await fc.assert(
      fc.asyncProperty(corners, async (offsets) => {
        let at = 0
        const off = () => offsets[at++]!
        const rows: Row[] = []
        for (let row = 0; row < 3; row++) {
          for (let column = 0; column < 4; column++) {
            const [west, south] = [column / 2, row / 3]
            const ring = box(west, south, west + 0.5, south + 1 / 3).map(([x, y]) => [x + off(), y + off()] as const)
            rows.push({ rings: [ring], properties: { grid: String(column) } })
          }
        }
        const preview = await rehearsal(rows)
        expect(preview.findings.filter(({ within }: Json) => !within)).toEqual([])
        expect([preview.cells_added, preview.grids_added, preview.without_grid]).toEqual([12, 4, []])
        expect(preview.grids.reduce((sum: number, { area_m2 }: Json) => sum + area_m2, 0) / 2e6).toBeCloseTo(1, 2)
      }),
      { numRuns: 8, seed: 20_261_128 },
    )
  })

  test('what can’t be done is refused with its reason, and nothing is stored', async () => {
    const file = await fileOf(QUARTERS)
    const refused = async (request: object | string, status: number, given: Blob | null = file) =>
      (await post('fire/import', given, request, status)).code
    expect(await refused({ ...USUAL, digest: 'another' }, 409)).toBe('preview_outdated')
    expect(await refused({ ...USUAL, levels: [] }, 422)).toBe('body_invalid')
    expect(await refused({ ...USUAL, levels: [{ key: 'nowhere' }] }, 422)).toBe('body_invalid')
    expect(await refused({ ...USUAL, tolerance_m: -1 }, 422)).toBe('body_invalid')
    expect(await refused({ ...USUAL, territory_code: '41' }, 422)).toBe('body_invalid')
    expect(await refused({ ...USUAL, crs: 'EPSG:1' }, 422)).toBe('body_invalid')
    expect(await refused('no json', 422)).toBe('body_invalid')
    expect(await refused({ ...USUAL, territory_code: '411825200' }, 409)).toBe('areas_missing')
    expect(await refused({ ...USUAL, territory_code: '530000' }, 422)).toBe('communities_unknown')
    expect(await refused(USUAL, 422, null)).toBe('file_missing')
    expect(await post('fire/import', new Blob(['{"type":']), USUAL, 422)).toMatchObject({
      code: 'geodata_unreadable',
      detail: expect.stringContaining('JSON'),
      format: 'not_json',
    })
    expect(await refused(USUAL, 422, new Blob(['{"type":"FeatureCollection","features":[]}']))).toBe('file_without_areas')
    expect((await post('nowhere/import', file, USUAL, 404)).code).toBe('scheme_unknown')
    expect(await app.database.query(sql`select from unit_cells`)).toEqual([])
    expect(await app.database.query(sql`select from grids`)).toEqual([])
  })

  test('the columns of a file come with examples, codes as they were written', async () => {
    const { columns, rows, levels } = await post('fire/import/columns', await fileOf(QUARTERS), {})
    expect([rows, levels.length]).toEqual([4, 1])
    expect(columns).toEqual([
      { name: 'grid', filled: 4, distinct: 2, samples: ['一', '二'] },
      { name: 'hu', filled: 4, distinct: 4, samples: ['10', '20', '30', '40'] },
    ])
  })
})
