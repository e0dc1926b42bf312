import type { casesZhCN } from './cases.zh-CN.ts'

const STAGES: Readonly<Record<string, string>> = {
  collected: 'waiting to be filed',
  filed: 'waiting to be dispatched',
  dispatched: 'dispatched',
  handling: 'being handled',
  reported_back: 'waiting to be verified',
  verified: 'waiting to be closed',
  closed: 'closed',
  dismissed: 'dismissed',
  merged: 'merged',
}

export const casesEn: typeof casesZhCN = {
  case_kind_unknown: ({ kind }) => `There is no kind of case “${kind}” on this day.`,
  case_place_unknown: () => 'This place lies in no village or community. Choose the place on the map again.',
  case_segment_unknown: () => 'There is no such river segment, or it is not in force on this day.',
  case_object_unknown: () => 'The object is no longer on the map. Choose it again, or report the place alone.',
  case_client_id_taken: () => 'This identifier has been used for another report.',
  case_photos_full: ({ maximum }) => `A step takes at most ${maximum} photos.`,
  case_photo_not_yours: () => 'Photos of a step are added by whoever took it.',
  step_reason_missing: () => 'Say why, or what was done.',
  step_not_yours: () => 'This step is not yours to take.',
  step_own_work: () => 'What you have handled yourself is verified by somebody else.',
  step_not_now: ({ stage }) => `The case is ${STAGES[stage] ?? stage} now, so this step can't be taken.`,
  step_version_missing: () => 'Say which version of the case you have seen (If-Match).',
  extension_not_later: ({ due }) => `More time must end after now and after the present deadline (${due}), within a year.`,
  handler_unknown: () => 'There is no such organisation or person.',
  handler_left: () => 'This person has left. Choose somebody else.',
  merge_target_unfit: () => 'A case can be merged only into another one that is still open.',
  period_invalid: () => 'A period needs its first and its last day, the last not before the first, within ten years.',
  evaluation_scheme_missing: () => 'Figures by grid need a scheme and a level.',
  kind_day_invalid: () => 'A new edition begins neither before the present one nor before today.',
  owner_rule_invalid: () => "The owner's rule is a list of steps, the last of which is a department's duty.",
  limits_invalid: () => 'Each stage needs a limit above 0 in working hours, working days or hours.',
}
