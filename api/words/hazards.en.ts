import type { hazardsZhCN } from './hazards.zh-CN.ts'

export const hazardsEn: typeof hazardsZhCN = {
  hazard_question_invalid: ({ field }) =>
    `The parameter “${field}” is missing or not allowed. See /api/hazards/rules and the API definition.`,
  fault_uncertainty_missing: () =>
    'Nobody has said how uncertain the place of this fault is. Give it as uncertainty_m, in metres: a zone must include it.',
  avoidance_not_required: () => 'In this case the standard asks for no distance: there is no zone to be stored.',
  fault_zone_not_found: ({ field }) => `An id in “${field}” is not that of a zone of a fault in force.`,
  zones_in_force: ({ names, count }) =>
    `Other zones of this fault are in force (${count}): ${names.map((name) => `“${name}”`).join(', ')}. Say of each whether it ends (replaces) or goes on (keeps).`,
  site_finding_not_found: () => 'There is no such finding.',
}
