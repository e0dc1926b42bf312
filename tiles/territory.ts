import { type Sql, sql } from './sql.ts'

/**
 * For layers that somebody doesn't see everywhere: the codes of the counties, towns and communities in which he does, each once and in
 * order. A layer that is not named here, he sees everywhere.
 */
export type Limits = ReadonlyMap<string, readonly string[]>

export const NO_LIMITS: Limits = new Map()

/** Codes as one value, which every way of asking the database takes, and as the array that they are there. */
export const codeList = (codes: readonly string[]): string => codes.join()
export const codeArray = (list: unknown): Sql => sql`string_to_array(${list}::text, ',')`

/** What the administrative areas with the codes of a list are today, several as one; null where there are none. */
export const territoryShape = (list: unknown): Sql => sql`(select ST_Union(geom) from administrative_areas
  where code = any(${codeArray(list)}) and valid_from <= today() and (valid_to is null or valid_to > today()))`
