export { empty, identifier, join, type Sql, sql } from '#tiles/sql.ts'
