import type { CaseKind } from '#geodata/cases/records.ts'
import type { Queryable } from '../database/database.ts'
import { type Sql, sql } from '../database/sql.ts'
import { Problem } from '../http/problem.ts'

export const KIND_COLUMNS: Sql = sql`id, code, subject, class_name, class_name_en, name, name_en, layer, owner_rule, limits, files_itself,
  urgent, source, edition, valid_from, valid_to, version`

/** Of each kind the edition of a day, in the order of their codes. */
export const readKinds = (database: Queryable, day: string): Promise<CaseKind[]> =>
  database.query<CaseKind>(sql`
    select ${KIND_COLUMNS} from case_kinds
    where valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date) order by subject, code`)

/** The kind of this code in the edition of a day. Refuses with `case_kind_unknown`. */
export async function readKind(database: Queryable, code: string, day: string): Promise<CaseKind> {
  const [kind] = await database.query<CaseKind>(sql`
    select ${KIND_COLUMNS} from case_kinds
    where code = ${code} and valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date)`)
  if (!kind) throw new Problem(422, 'case_kind_unknown', { field: 'kind' }, { kind: code.slice(0, 20) })
  return kind
}

/** The edition under which a case was begun. */
export async function kindOf(database: Queryable, id: number): Promise<CaseKind> {
  const [kind] = await database.query<CaseKind>(sql`select ${KIND_COLUMNS} from case_kinds where id = ${id}::integer`)
  return kind!
}
