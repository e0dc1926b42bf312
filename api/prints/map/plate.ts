import type { Queryable } from '../../database/database.ts'
import type { Plate } from '../../sheets/content.ts'
import { type AreaRow, readOffice } from '../../sheets/store.ts'
import { nameIn } from './ground.ts'

type Said = Omit<Plate, 'approvalNumber' | 'issuedBy' | 'drawnOn'>

/** What is said around a map of an area, drawn on the day that it is of and issued by the area's office. */
export async function readPlate(
  database: Queryable,
  area: Pick<AreaRow, 'code'> | undefined,
  approvalNumber: string | undefined,
  said: Said,
): Promise<Plate> {
  const office = area ? await readOffice(database, area.code) : undefined
  return {
    ...said,
    approvalNumber: approvalNumber ?? null,
    issuedBy: office ? nameIn(office, said.language) : null,
    drawnOn: said.day,
  }
}
