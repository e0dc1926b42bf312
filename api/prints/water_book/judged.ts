/** Water on the books, judged as an incident judges it: by the same rule and with the marks from the field. */
import { type CurrentMark, currentMarks, judgeMarkedWater, judgeWater, type WaterJudgement } from '#geodata/emergency/index.ts'
import type { PointLook } from '#geodata/layers/look.ts'
import type { Queryable } from '../../database/database.ts'
import { readMarks } from '../../emergency/marks_store.ts'
import { pointLook } from '../map/looks.ts'
import { readWater, type WaterRow } from './store.ts'

export interface JudgedWater extends WaterRow, WaterJudgement {
  readonly mark: CurrentMark | null
}

export async function readJudgedWater(database: Queryable, code: string, srid: number, day: string): Promise<JudgedWater[]> {
  const rows = await readWater(database, code, srid, day)
  const marks = new Map(currentMarks(await readMarks(database)).map((mark) => [`${mark.layer}/${mark.object_id}`, mark]))
  return rows.map((row) => {
    const mark = marks.get(`${row.layer}/${row.id}`)
    const judged = judgeMarkedWater(judgeWater({ ...row, record_state: 'normal' }, day), mark)
    return { ...row, ...judged, mark: mark ?? null }
  })
}

const USABLE_AS = { usable: 'yes', unknown: 'unknown', unusable: 'no' } as const

/** Its symbol tells whether it can be counted on, not what the register says. */
export const waterLook = (water: JudgedWater): PointLook =>
  pointLook(water.layer, { ...water, usable: USABLE_AS[water.standing] })
