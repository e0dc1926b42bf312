// People who can be made responsible in the town of squares, and how tests write to the API.
import type { Database } from '#api/database/database.ts'
import { identifier, sql } from '#api/database/sql.ts'
import type { Json, TestApp } from './app.ts'

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: Json
}

/** Sends a request as an administrator of everywhere, unless the headers say who else. A string body goes as it is. */
export async function send(
  test: TestApp,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${test.url}${path}`, {
    method,
    headers: {
      ...test.administrator,
      'accept-language': 'en',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json')
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text }
}

/** Sends a file in a form. */
export async function upload(
  test: TestApp,
  path: string,
  file: Uint8Array | string,
  { name = 'list.csv', headers = {} as Record<string, string> } = {},
): Promise<Answer> {
  const form = new FormData()
  form.append('file', new Blob([file as never]), name)
  const response = await fetch(`${test.url}${path}`, {
    method: 'POST',
    headers: { ...test.administrator, 'accept-language': 'en', ...headers },
    body: form,
  })
  return { status: response.status, headers: response.headers, body: await response.json() }
}

export interface Staff {
  readonly west: number
  readonly east: number
  readonly county: number
  person(name: string): number
}

/** An organisation for each community and the county, and people in them: W1 … W4 west, E1 and E2 east, C1 in the county. */
export async function storeStaff(database: Database): Promise<Staff> {
  const organisation = async (name: string, territory: string) => {
    const [row] = await database.query<{ id: number }>(
      sql`insert into organisations (name, kind, territory_code) values (${name}, 'community', ${territory}) returning id`,
    )
    return row!.id
  }
  const west = await organisation('西社区', '411825100001')
  const east = await organisation('东社区', '411825100002')
  const county = await organisation('水利局', '411825')
  const people = new Map<string, number>()
  const person = async (name: string, organisation_id: number) => {
    const [row] = await database.query<{ id: number }>(sql`
      insert into people (code, name, organisation_id, telephone, mobile)
      values (${`N${name}`}, ${name}, ${organisation_id}, '0391-1234567', '13800000000') returning id`)
    people.set(name, row!.id)
  }
  for (const name of ['W1', 'W2', 'W3', 'W4']) await person(name, west)
  for (const name of ['E1', 'E2']) await person(name, east)
  await person('C1', county)
  return { west, east, county, person: (name) => people.get(name)! }
}

/** The id of an object by its code. */
export async function idOfCode(database: Database, layer: string, code: string): Promise<number> {
  const [row] = await database.query<{ id: number }>(sql`select id from ${identifier(layer)} where code = ${code}`)
  if (!row) throw new Error(`${layer} ${code}`)
  return row.id
}

export async function countOf(database: Database, table: string): Promise<number> {
  const [row] = await database.query<{ count: number }>(sql`select count(*)::integer as count from ${identifier(table)}`)
  return row!.count
}
