import type { DemoAssignment, DemoResponsibility } from '#geodata/county/demo.ts'
import type { Transaction } from '../database/database.ts'
import { identifier, type Sql, sql } from '../database/sql.ts'

const ROWS_PER_STATEMENT = 5000

/** Between which ids a demo's features of one layer lie, so that looking them up by code leaves other counties' alone. */
export interface Stored {
  readonly first: number
  readonly last: number
}

/** Stores who works where and what they are responsible for. The demo's features must be there. */
export async function storeResponsibility(
  transaction: Transaction,
  responsibility: DemoResponsibility,
  stored: ReadonlyMap<string, Stored>,
): Promise<void> {
  await storeOrganisations(transaction, responsibility)
  await storePeople(transaction, responsibility)
  // The trigger that looks for overlaps keeps the plan of its first rows until the table is analyzed. Few of them first, and it is
  // one by index; otherwise every county would read the assignments of all before it, once for each statement.
  const layers = [...byLayer(responsibility.assignments)].toSorted(([, a], [, b]) => a.length - b.length)
  for (const [layer, rows] of layers) {
    const ids = stored.get(layer)
    if (!ids) throw new Error(`somebody is responsible in ${layer}, and nothing is there`)
    for (const part of partsOf(rows)) await storeAssignments(transaction, layer, part, ids)
  }
  await transaction.query(sql`analyze assignments`)
}

async function storeOrganisations(transaction: Transaction, { organisations, posts }: DemoResponsibility): Promise<void> {
  const given = JSON.stringify(organisations)
  await transaction.query(sql`
    insert into organisations (code, name, name_en, kind, territory_code, telephone)
    select code, name, name_en, kind, territory_code, telephone
    from jsonb_to_recordset(${given}::jsonb)
      as given (code text, name text, name_en text, kind text, territory_code text, telephone text)`)
  await transaction.query(sql`
    update organisations set parent_id = above.id
    from jsonb_to_recordset(${given}::jsonb) as given (code text, parent_code text)
    join organisations as above on above.code = given.parent_code
    where organisations.code = given.code`)
  await transaction.query(sql`
    insert into posts (organisation_id, name, name_en, duties)
    select organisations.id, given.name, given.name_en, duties
    from jsonb_to_recordset(${JSON.stringify(posts)}::jsonb) as given (organisation_code text, name text, name_en text, duties text)
    join organisations on organisations.code = given.organisation_code`)
}

async function storePeople(transaction: Transaction, { people, tenures }: DemoResponsibility): Promise<void> {
  for (const part of partsOf(people))
    await transaction.query(sql`
      insert into people (code, name, name_en, organisation_id, employment, telephone, mobile, left_on)
      select given.code, given.name, given.name_en, organisations.id, employment, given.telephone, mobile, left_on
      from jsonb_to_recordset(${JSON.stringify(part)}::jsonb) as given (code text, name text, name_en text,
        organisation_code text, employment text, telephone text, mobile text, left_on date)
      join organisations on organisations.code = given.organisation_code`)
  for (const part of partsOf(tenures))
    await transaction.query(sql`
      insert into tenures (post_id, person_id, valid_from, valid_to)
      select posts.id, people.id, valid_from, valid_to
      from jsonb_to_recordset(${JSON.stringify(part)}::jsonb)
        as given (person_code text, organisation_code text, post_name text, valid_from date, valid_to date)
      join people on people.code = given.person_code
      join organisations on organisations.code = given.organisation_code
      join posts on posts.organisation_id = organisations.id and posts.name = given.post_name`)
}

async function storeAssignments(
  transaction: Transaction,
  layer: string,
  rows: readonly DemoAssignment[],
  { first, last }: Stored,
): Promise<void> {
  const ownScheme: Sql = layer === 'grids' ? sql`and object.scheme = given.scheme` : sql``
  await transaction.query(sql`
    insert into assignments (layer, object_id, role, standing, person_id, chainage_from_m, chainage_to_m, valid_from, valid_to)
    select ${layer}, object.id, given.role, standing, people.id, given.chainage_from_m, given.chainage_to_m,
      given.valid_from, given.valid_to
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (scheme text, code text, role text, standing text,
      person_code text, chainage_from_m double precision, chainage_to_m double precision, valid_from date, valid_to date)
    join ${identifier(layer)} as object
      on object.code = given.code ${ownScheme} and object.id between ${first}::integer and ${last}::integer
    join people on people.code = given.person_code
    order by object.id`)
}

function byLayer(assignments: readonly DemoAssignment[]): Map<string, DemoAssignment[]> {
  const layers = new Map<string, DemoAssignment[]>()
  for (const each of assignments) {
    const rows = layers.get(each.layer)
    if (rows) rows.push(each)
    else layers.set(each.layer, [each])
  }
  return layers
}

function* partsOf<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) yield rows.slice(start, start + ROWS_PER_STATEMENT)
}
