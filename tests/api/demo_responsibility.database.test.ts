// The people of a demo, as they are stored: everybody in his place, and accounts that can be signed in to.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { isPassword } from '#api/access/passwords.ts'
import { identifier, type Sql, sql } from '#api/database/sql.ts'
import { DEMO_PASSWORD } from '#api/demo/accounts.ts'
import { demoTown } from '#geodata/town/index.ts'
import { openTestDatabase, type TestDatabase, testedDatabase } from '../helpers/database.ts'

let test: TestDatabase
const made = demoTown().responsibility!

beforeAll(async () => {
  test = await openTestDatabase(testedDatabase(), 'town')
})
afterAll(() => test.close())

const rows = (question: Sql) => test.database.query<Record<string, unknown>>(question)

it.each(['organisations', 'posts', 'people', 'tenures', 'assignments', 'accounts'] as const)('stores all %s', async (table) => {
  expect(await rows(sql`select count(*) from ${identifier(table)}`)).toEqual([{ count: made[table].length }])
})

it('links every organisation to the one above', async () => {
  const stored = await rows(sql`
    select organisations.code, above.code as parent_code from organisations left join organisations as above
      on above.id = organisations.parent_id`)
  const byCode = new Map(stored.map(({ code, parent_code }) => [code, parent_code]))
  for (const { code, parent_code } of made.organisations) expect(byCode.get(code)).toBe(parent_code)
})

it('makes everybody responsible for what the demo says, by code', async () => {
  const stored = new Set<string>()
  for (const layer of new Set(made.assignments.map((each) => each.layer))) {
    const scheme = layer === 'grids' ? sql`object.scheme` : sql`null::text`
    const found = await rows(sql`
      select ${scheme} as scheme, object.code, role, standing, people.code as person_code,
        assignments.chainage_from_m, assignments.chainage_to_m, assignments.valid_from, assignments.valid_to
      from assignments join ${identifier(layer)} as object on object.id = object_id join people on people.id = person_id
      where layer = ${layer}`)
    for (const row of found) stored.add(keyOf({ layer, ...row }))
  }
  expect([...stored].toSorted()).toEqual(made.assignments.map((each) => keyOf({ ...each })).toSorted())
})

const keyOf = (row: Record<string, unknown>): string =>
  [
    row.layer,
    row.scheme,
    row.code,
    row.role,
    row.standing,
    row.person_code,
    row.chainage_from_m,
    row.chainage_to_m,
    row.valid_from,
    row.valid_to,
  ].join()

it('gives everybody his post in his own organisation', async () => {
  const strangers = await rows(sql`
    select people.name from tenures join people on people.id = person_id join posts on posts.id = post_id
    where posts.organisation_id <> people.organisation_id`)
  expect(strangers).toEqual([])
  const idle = await rows(sql`select name from people where not exists (select from tenures where person_id = people.id)`)
  expect(idle).toEqual([])
})

it('makes accounts of the demo, each with the known password and its own rights', async () => {
  const accounts = await rows(sql`
    select accounts.name, display_name, password_hash, is_demo, disabled, must_change_password, people.name as person,
      (select json_agg(json_build_object('role', role, 'territory_code', territory_code)) from account_roles where account_id = accounts.id)
        as roles
    from accounts left join people on people.id = person_id order by accounts.id`)
  expect(accounts.map(({ name, roles }) => ({ name, roles }))).toEqual(made.accounts.map(({ name, roles }) => ({ name, roles })))
  for (const { password_hash, display_name, person, ...rest } of accounts) {
    expect(rest).toMatchObject({ is_demo: true, disabled: false, must_change_password: false })
    if (person) expect(display_name).toBe(person)
    expect(password_hash).toMatch(/^\$argon2id\$/)
  }
  expect(await isPassword(String(accounts[0]!.password_hash), DEMO_PASSWORD)).toBe(true)
})

it('is loaded in bulk: the record of writes says nothing of single people', async () => {
  expect(
    await rows(sql`select subject from audit_entries where subject in ('people', 'assignments', 'accounts') limit 1`),
  ).toEqual([])
})
