import type { ChiefLevel } from '#geodata/rivers/records.ts'
import { useConsole } from '../../state/store.ts'
import { look } from '../view.ts'

/** The segments of an area as a list. @param code null is all of them */
export function openSegmentsOf(code: string | null, name: string, level: ChiefLevel): void {
  look({ scope: 'all', level, state: null, text: '', territory: code === null ? null : { code, name } })
  useConsole.getState().openRiversPart('segments')
}
