import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#api/database/sql.ts'
import { TOPICS } from '#api/layers/states.ts'
import { type Field, fieldsOf, LAYERS } from '#geodata/layers/index.ts'
import { openTestDatabase, type TestDatabase } from '../helpers/database.ts'

let test: TestDatabase

beforeAll(async () => {
  test = await openTestDatabase()
})
afterAll(() => test.close())

interface Column {
  readonly table_name: string
  readonly column_name: string
  readonly data_type: string
  readonly is_nullable: 'YES' | 'NO'
  readonly is_generated: 'ALWAYS' | 'NEVER'
  readonly column_default: string | null
}

/** Columns that every layer table has for the database's own use. */
const INTERNAL = ['id', 'import_id', 'source_properties', 'geom', 'geom_3857']
/** Keys into other tables, which people see as codes and names. */
const KEYS: Readonly<Record<string, readonly string[]>> = { river_segments: ['river_id'], hazard_zones: ['fault_id'] }

const DATA_TYPES: Readonly<Record<Field['type'], string>> = {
  text: 'text',
  code: 'text',
  choice: 'text',
  integer: 'integer',
  number: 'double precision',
  boolean: 'boolean',
  date: 'date',
}

describe('every layer of the catalogue', () => {
  let columns: Column[]
  beforeAll(async () => {
    columns = await test.database.query<Column>(sql`
      select table_name, column_name, data_type, is_nullable, is_generated, column_default
      from information_schema.columns where table_schema = 'public'`)
  })
  const columnsOf = (table: string) =>
    new Map(columns.filter((column) => column.table_name === table).map((column) => [column.column_name, column]))

  it.each(LAYERS)('$id has its fields, no more and no fewer, as columns of its table', (layer) => {
    const expected = [
      ...INTERNAL,
      ...(layer.geometry === 'MultiPolygon' ? ['canonical'] : []),
      ...(KEYS[layer.id] ?? []),
      ...fieldsOf(layer).map(({ name }) => name),
    ]
    expect([...columnsOf(layer.id).keys()].sort()).toEqual(expected.sort())
  })

  it.each(LAYERS)('$id has columns of the types, demands and defaults that its fields name', (layer) => {
    const found = columnsOf(layer.id)
    for (const field of fieldsOf(layer)) {
      const column = found.get(field.name)!
      expect(column.data_type, field.name).toBe(DATA_TYPES[field.type])
      expect(column.is_generated === 'ALWAYS', `${field.name} derived`).toBe(field.derived === true)
      if (!field.derived) expect(column.is_nullable === 'NO', `${field.name} required`).toBe(field.required === true)
      const standard = field.default === undefined ? null : field.default === 'today' ? 'today()' : `'${field.default}'::text`
      expect(column.column_default, `${field.name} default`).toBe(standard)
    }
  })

  it.each(LAYERS)('$id has geometry of its type in degrees and in Web Mercator, indexed', async (layer) => {
    const rows = await test.database.query(sql`
      select f_geometry_column as column, type, srid from geometry_columns where f_table_name = ${layer.id} order by 1`)
    const type = layer.geometry.toUpperCase()
    expect(rows).toEqual([
      ...(layer.geometry === 'MultiPolygon' ? [{ column: 'canonical', type, srid: 0 }] : []),
      { column: 'geom', type, srid: 4326 },
      { column: 'geom_3857', type, srid: 3857 },
    ])
    const indexes = await test.database.query<{ indexdef: string }>(
      sql`select indexdef from pg_indexes where tablename = ${layer.id}`,
    )
    for (const column of ['geom', 'geom_3857'])
      expect(
        indexes.some(({ indexdef }) => indexdef.endsWith(`USING gist (${column})`)),
        column,
      ).toBe(true)
  })

  it.each(LAYERS)('$id allows exactly the choices that its fields offer', async (layer) => {
    const checks = await test.database.query<{ definition: string }>(sql`
      select pg_get_constraintdef(oid) as definition from pg_constraint where conrelid = ${layer.id}::regclass and contype = 'c'`)
    for (const field of layer.fields) {
      if (field.type !== 'choice') continue
      const definition = checks.map((check) => check.definition).find((text) => text.includes(`((${field.name} = ANY (ARRAY[`))
      const allowed = [...(definition ?? '').matchAll(/'([^']+)'::text/g)].map((match) => match[1])
      expect(allowed, field.name).toEqual(field.choices.map(({ value }) => value))
    }
  })

  it.each(LAYERS)('$id names only its own fields as title, symbol, label and zoom rule', (layer) => {
    const names = fieldsOf(layer).map(({ name }) => name)
    const inTiles = fieldsOf(layer).flatMap((field) => (field.tile ? [field.name] : []))
    expect(names).toEqual(expect.arrayContaining([...layer.title]))
    expect(inTiles, 'a map can only draw by what tiles carry').toEqual(
      expect.arrayContaining([layer.symbol.by, layer.appear?.field].filter((name) => name !== undefined)),
    )
    expect(
      inTiles.some((name) => layer.title.includes(name)),
      'a label needs a title in the tiles',
    ).toBe(true)
  })

  it.each(LAYERS)('$id raises its version once for each statement that changes it', async (layer) => {
    const version = async () =>
      (await test.database.query<{ version: number }>(sql`select version from layer_version where layer = ${layer.id}`))[0]
        ?.version
    const before = await version()
    // Truncating cascades to the steps of cases, which let nobody truncate them.
    await test.database.transaction(async (transaction) =>
      transaction.script(`alter table case_events disable trigger refuse_change;
        delete from ${layer.id}; truncate ${layer.id} cascade;
        alter table case_events enable trigger refuse_change`),
    )
    expect(await version()).toBeGreaterThanOrEqual(before! + 2)
  })
})

it('no table holds a layer or a topic that the catalogue does not have', async () => {
  const rows = await test.database.query<{ layer: string }>(sql`select layer from layer_version order by layer`)
  expect(rows.map(({ layer }) => layer)).toEqual([...LAYERS.map(({ id }) => id), ...TOPICS].sort())
})

it('an area off the millimetre lattice, or outside the canonical zones, is not stored', async () => {
  const store = (shape: ReturnType<typeof sql>) =>
    test.database.query(sql`insert into hazard_zones (name, kind, canonical) values ('test', 'flood', ST_Multi(${shape}))`)
  await expect(store(sql`ST_MakeEnvelope(400000000, 3900000000, 400010000.5, 3900010000, 920114)`)).rejects.toThrow(/canonical/)
  await expect(store(sql`ST_MakeEnvelope(113, 35, 114, 36, 4326)`)).rejects.toThrow(/canonical/)
  await expect(store(sql`ST_MakeEnvelope(400000000, 3900000000, 400010000, 3900010000, 920114)`)).resolves.toEqual([])
})

/*
 *      one degree of the zone's meridian, CGCS2000: known arc of 110,941 m between 35° and 36° N
 */
it('millimetres of a zone and degrees are the same place', async () => {
  const [row] = await test.database.query<{ easting: number; metres: number }>(sql`
    select ST_X(a) as easting, (ST_Y(b) - ST_Y(a)) / 1000 as metres from (
      select ST_Transform(ST_SetSRID(ST_MakePoint(114, 35), 4326), 920114) as a, ST_Transform(ST_SetSRID(ST_MakePoint(114, 36), 4326), 920114) as b) as places`)
  expect(row!.easting).toBeCloseTo(500_000_000, 0)
  expect(row!.metres).toBeGreaterThan(110_930)
  expect(row!.metres).toBeLessThan(110_960)
})
