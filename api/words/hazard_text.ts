/** What is stored with a zone that was calculated: names and the rule, written once in the language of the register. */
import type { EDITIONS, FaultZone, FortificationClass } from '#geodata/hazards/avoidance.ts'

interface Named {
  readonly name: string | null
  readonly name_en: string | null
  readonly section_name: string | null
  readonly code: string | null
}

const CLASSES: Readonly<Record<FortificationClass, string>> = { A: '甲', B: '乙', C: '丙', D: '丁' }

export const faultName = ({ name, section_name, code }: Named): string =>
  [name, section_name].filter((part) => part !== null && part !== '').join('') || (code ?? '断层')

export function zoneWords(
  fault: Named,
  { kind, reach_m }: FaultZone,
  asked: { readonly class: FortificationClass; readonly intensity: number; readonly edition: (typeof EDITIONS)[number] },
): { readonly name: string; readonly name_en: string | null; readonly basis: string; readonly edition: string } {
  const isAvoidance = kind === 'fault_avoidance'
  const { standard, clause } = asked.edition
  return {
    name: `${faultName(fault)}${isAvoidance ? '避让带' : '调查带'}`,
    name_en: fault.name_en === null ? null : `${fault.name_en} ${isAvoidance ? 'Avoidance' : 'Investigation'} Zone`,
    basis: `${standard} 第${clause}条，${asked.intensity}度，${CLASSES[asked.class]}类，距断层线 ${Math.round(reach_m * 100) / 100} m（含位置误差）`,
    edition: standard,
  }
}
