export { empty, identifier, join, type Sql, type Statement, sql } from '#tiles/sql.ts'
