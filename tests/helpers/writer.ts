// A process of its own that writes to a database without end, and prints each write once it is acknowledged: what a test kills.
// Every transaction stores three rows, so that half of one would be seen.

import { openDatabase } from '#api/database/open.ts'
import { sql } from '#api/database/sql.ts'

export const ROWS = 3

if (process.argv[1]?.endsWith('writer.ts')) {
  const [, , location, begin] = process.argv
  const database = await openDatabase(JSON.parse(location!))
  await database.query(sql`select 1`)
  process.stdout.write('open\n')
  for (let number = Number(begin); ; number++) {
    await database.transaction(async (transaction) => {
      for (let row = 0; row < ROWS; row++)
        await transaction.query(sql`
          insert into hydrants (code, geom) values (${`w-${number}`}, ST_SetSRID(ST_MakePoint(113, 35), 4326))`)
    })
    process.stdout.write(`${number}\n`)
  }
}
