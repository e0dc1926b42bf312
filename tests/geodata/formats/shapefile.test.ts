import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { type FileContents, FormatError, readFile } from '#geodata/formats/index.ts'
import {
  type Column,
  dbf,
  GAUSS_KRUGER_PRJ,
  GBK,
  LINE,
  MULTIPATCH,
  NAME_COLUMN,
  nullShape,
  onePoint,
  POINT,
  POINT_Z,
  POLYGON,
  parts,
  point,
  pointZ,
  type Ring,
  shp,
  WGS84_PRJ,
  XIAN_1980_PRJ,
  zip,
} from './shapefiles.ts'

const read = (bytes: Uint8Array): FileContents => readFile('layer.zip', bytes)

function problemOf(bytes: Uint8Array): Pick<FormatError, 'code' | 'detail'> {
  try {
    read(bytes)
  } catch (error) {
    if (error instanceof FormatError) return { code: error.code, detail: error.detail }
    throw error
  }
  throw new Error('it was read')
}

const codes = ({ findings }: FileContents) => findings.map(({ code }) => code)

describe('the code page', () => {
  const gbkHeader = (cpg?: string, languageDriver?: number) =>
    zip({
      'gbk-header.shp': shp(POINT, [point(114, 22)]),
      'gbk-header.dbf': dbf(
        [{ name: GBK.number, type: 'C', length: 20 }],
        [[GBK.road]],
        languageDriver ? { languageDriver } : {},
      ),
      ...(cpg && { 'gbk-header.cpg': cpg }),
    })

  test.each(['GBK', '936', 'ANSI 936', 'cp936', 'GB2312', 'GB18030\n'])('a .cpg that says %j reads GBK', (cpg) => {
    const contents = read(gbkHeader(cpg))
    expect(contents.features[0]?.properties).toEqual({ 编号: '人民路' })
    expect(codes(contents)).not.toContain('code_page_guessed')
  })

  test('without a .cpg the byte in the header counts', () => {
    expect(codes(read(gbkHeader(undefined, 0x4d)))).toEqual(['coordinate_system_not_stated'])
  })

  test('without any declaration GBK is found, and said', () => {
    const contents = read(gbkHeader())
    expect(contents.features[0]?.properties).toEqual({ 编号: '人民路' })
    expect(contents.findings[0]).toEqual({ code: 'code_page_guessed', detail: { used: 'gb18030' } })
  })

  test('a .cpg that is wrong is not believed, and this is said', () => {
    const contents = read(gbkHeader('UTF-8'))
    expect(contents.features[0]?.properties).toEqual({ 编号: '人民路' })
    expect(contents.findings[0]).toEqual({ code: 'code_page_not_as_declared', detail: { declared: 'UTF-8', used: 'gb18030' } })
  })

  test('a cell that cuts a character of UTF-8 loses that character only', () => {
    const column = { ...NAME_COLUMN, length: 8 }
    const bytes = zip({ 'a.shp': shp(POINT, [point(1, 2)]), 'a.dbf': dbf([column], [[strToU8('人民路')]]), 'a.cpg': 'UTF-8' })
    expect(read(bytes).features[0]?.properties).toEqual({ NAME: '人民' })
  })

  test('plain ASCII raises no question', () => {
    expect(codes(read(onePoint('A', { 'one.prj': WGS84_PRJ })))).toEqual([])
  })
})

describe('the table', () => {
  const table = (columns: readonly Column[], row: readonly string[], deleted: number[] = []) =>
    read(zip({ 'a.shp': shp(POINT, [point(1, 2)]), 'a.dbf': dbf(columns, [row], { deleted }) }))
  const cell = (column: Omit<Column, 'name'>, text: string) => table([{ name: 'X', ...column }], [text]).features[0]?.properties.X

  test.each([
    [
      'an 18-digit code in a number column keeps its digits',
      { type: 'N', length: 18 },
      '440117001001000123',
      '440117001001000123',
    ],
    ['a number is a number', { type: 'N', length: 12, decimals: 3 }, '12.500', 12.5],
    ['an empty number is nothing', { type: 'N', length: 12 }, '', null],
    ['a number that did not fit is nothing', { type: 'N', length: 4 }, '****', null],
    ['a day has no time zone', { type: 'D', length: 8 }, '20240301', '2024-03-01'],
    ['an empty day is nothing', { type: 'D', length: 8 }, '00000000', null],
    ['yes is true', { type: 'L', length: 1 }, 'T', true],
    ['an unanswered yes-or-no is nothing', { type: 'L', length: 1 }, '?', null],
    ['empty text is nothing', { type: 'C', length: 9 }, '', null],
    ['leading zeros stay', { type: 'C', length: 9 }, '007', '007'],
  ] as const)('%s', (_, column, text, value) => expect(cell(column, text)).toBe(value))

  test('rows marked as deleted are left out and counted', () => {
    const contents = table([NAME_COLUMN], ['gone'], [0])
    expect(contents.features).toEqual([])
    expect(contents.findings).toContainEqual({ code: 'deleted_rows', detail: { count: 1 } })
  })

  test('columns with the same cut name both stay', () => {
    expect(table([NAME_COLUMN, NAME_COLUMN], ['a', 'b']).features[0]?.properties).toEqual({ NAME: 'a', 'NAME (2)': 'b' })
  })

  test('a column that is not read is named', () => {
    const contents = table([NAME_COLUMN, { name: 'MEMO', type: 'M', length: 10 }], ['a', '1'])
    expect(contents.features[0]?.properties).toEqual({ NAME: 'a' })
    expect(contents.findings).toContainEqual({ code: 'columns_not_read', detail: { columns: ['MEMO'] } })
  })
})

describe('the shapes', () => {
  const geometries = (type: number, records: Uint8Array[]) =>
    read(zip({ 'a.shp': shp(type, records) })).features.map(({ geometry, trouble }) => trouble ?? geometry)
  const square = (x: number, y: number, size: number): Ring => [
    [x, y],
    [x, y + size],
    [x + size, y + size],
    [x + size, y],
    [x, y],
  ]
  const turned = (ring: Ring): Ring => [...ring].reverse()

  test('a null shape keeps its row', () => {
    expect(geometries(POINT, [nullShape(), point(1, 2)])).toEqual([null, { type: 'Point', coordinates: [1, 2] }])
  })

  test('heights and measures are left out', () => {
    expect(geometries(POINT_Z, [pointZ(1, 2, 3, 4)])).toEqual([{ type: 'Point', coordinates: [1, 2] }])
  })

  test('lines keep their parts', () => {
    const lines: Ring[] = [square(0, 0, 1), square(5, 5, 1)]
    expect(geometries(LINE, [parts(LINE, lines)])).toEqual([{ type: 'MultiLineString', coordinates: lines }])
  })

  //  +-------+
  //  | +---+ |   +---+    A ring in a ring is a hole, one in a hole is land again, one beside is a part:
  //  | | + | |   |   |    whichever way they turn and in whatever order they come.
  //  | +---+ |   +---+
  //  +-------+
  test.each([
    ['as the format says', (rings: Ring[]) => [rings[0]!, turned(rings[1]!), rings[2]!, rings[3]!]],
    ['all alike', (rings: Ring[]) => rings],
    ['all wrong', (rings: Ring[]) => [turned(rings[0]!), rings[1]!, turned(rings[2]!), turned(rings[3]!)]],
  ])('holes are told by where they lie: rings turned %s', (_, turn) => {
    const [shell, hole, island, other] = turn([square(0, 0, 9), square(1, 1, 7), square(3, 3, 1), square(20, 0, 4)])
    const expected = { type: 'MultiPolygon', coordinates: expect.arrayContaining([[shell, hole], [island], [other]]) }
    expect(geometries(POLYGON, [parts(POLYGON, [hole!, other!, shell!, island!])])).toEqual([expected])
  })

  test('a hole that touches its shell in a vertex is a hole', () => {
    const hole: Ring = [
      [0, 4],
      [2, 5],
      [2, 3],
      [0, 4],
    ]
    expect(geometries(POLYGON, [parts(POLYGON, [hole, square(0, 0, 9)])])).toEqual([
      { type: 'Polygon', coordinates: [square(0, 0, 9), hole] },
    ])
  })

  test('a surface in space is refused in its row only', () => {
    expect(geometries(MULTIPATCH, [parts(MULTIPATCH, [square(0, 0, 1)]), nullShape()])).toEqual(['shape_unreadable', null])
  })

  test('a record whose counts are wrong is refused in its row only', () => {
    const broken = parts(LINE, [square(0, 0, 1)])
    new DataView(broken.buffer).setInt32(40, 1_000_000, true)
    expect(geometries(LINE, [broken, nullShape()])).toEqual(['shape_unreadable', null])
  })
})

describe('the coordinate system', () => {
  test('degrees of CGCS2000, WGS 84 and their like are taken as they are', () => {
    expect(read(onePoint('A', { 'one.prj': WGS84_PRJ })).coordinateSystem).toEqual({ name: 'GCS_WGS_1984' })
  })

  test('a Gauss-Kruger zone becomes a projection', () => {
    const { name, projection } = read(onePoint('A', { 'one.prj': GAUSS_KRUGER_PRJ })).coordinateSystem
    expect(name).toBe('CGCS2000_3_Degree_GK_Zone_38')
    expect(projection?.proj).toBe('+proj=tmerc +lat_0=0 +lon_0=114 +k=1 +x_0=38500000 +y_0=0 +ellps=GRS80 +units=m +no_defs')
  })

  test("Xi'an 1980 is off by up to 150 m and refused, not passed for something else", () => {
    expect(problemOf(onePoint('A', { 'one.prj': XIAN_1980_PRJ }))).toEqual({
      code: 'unknown_coordinate_system',
      detail: { name: 'GCS_Xian_1980' },
    })
  })

  test('a missing .prj is said', () => expect(codes(read(onePoint()))).toContain('coordinate_system_not_stated'))

  test('what the user says counts more than the file, and this is said', () => {
    const contents = readFile('a.zip', onePoint('A', { 'one.prj': XIAN_1980_PRJ }), { name: 'EPSG:4490' })
    expect(contents.coordinateSystem.name).toBe('EPSG:4490')
  })
})

describe('the archive', () => {
  test("macOS's entries are no layer of their own", () => {
    const bytes = onePoint('A', { '__MACOSX/._one.shp': 'junk', '._one.dbf': 'junk', '__MACOSX/': '' })
    expect(read(bytes).features).toHaveLength(1)
  })

  test('parts may lie in a folder and be in capitals', () => {
    const bytes = zip({ 'Data/ONE.SHP': shp(POINT, [point(1, 2)]), 'Data/One.dbf': dbf([NAME_COLUMN], [['A']]) })
    expect(read(bytes).features[0]?.properties).toEqual({ NAME: 'A' })
  })

  const whole = onePoint()
  test.each([
    ['an archive without a .shp', zip({ 'readme.txt': 'hello' }), 'zip_without_shapefile'],
    ['two layers', onePoint('A', { 'two.shp': shp(POINT, []) }), 'zip_with_several_shapefiles'],
    ['an archive cut short', whole.subarray(0, whole.length - 30), 'zip_damaged'],
    ['shapes cut short', zip({ 'a.shp': shp(POINT, [point(1, 2)]).subarray(0, 110) }), 'shapefile_damaged'],
    ['something else called .shp', zip({ 'a.shp': 'a'.repeat(200) }), 'shapefile_damaged'],
    ['a table cut short', onePoint('A', { 'one.dbf': dbf([NAME_COLUMN], [['A']]).subarray(0, 70) }), 'table_damaged'],
    ['more shapes than rows', onePoint('A', { 'one.shp': shp(POINT, [point(1, 2), point(3, 4)]) }), 'row_counts_differ'],
  ])('%s is refused as a whole', (_, bytes, code) => expect(problemOf(bytes).code).toBe(code))
})
