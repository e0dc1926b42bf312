import type { riversZhCN } from './rivers.zh-CN.ts'

export const riversEn: typeof riversZhCN = {
  river_not_found: ({ id }) => `There is no river “${id}”.`,
  segment_not_found: ({ id }) => `There is no segment “${id}”, or it is one no more.`,
  segment_unknown: () => 'There is no such segment, or there was none on the day of the patrol.',
  not_your_segment: ({ ended_on, begins_on }) =>
    ended_on !== null
      ? `Your term on this segment ended on ${ended_on}; what was walked later can't be handed in by you. Please tell the chief of today.`
      : begins_on !== null
        ? `Your term on this segment begins on ${begins_on}; what was walked before can't be handed in by you.`
        : 'On the day of the patrol you were no chief of this segment on this level. If you should be, ask the river office to assign it to you.',
  patrol_client_id_taken: () => 'This identifier belongs to another patrol.',
  patrol_reason_missing: () =>
    'This patrol does not meet the rule. Say why and hand it in again; it is kept as it was, and does not count as a valid one.',
  patrol_rule_missing: ({ level }) =>
    `There was no rule for patrols of ${level} chiefs on the day of the patrol. Ask the river office.`,
  patrol_track_invalid: ({ at }) =>
    at === null
      ? 'A track is a list of positions: longitude, latitude, moment in milliseconds, accuracy.'
      : `Position ${at + 1} of the track is wrong: it must be longitude, latitude, moment in milliseconds, accuracy in metres or null.`,
  patrol_track_too_many_points: ({ maximum }) =>
    `The track has too many positions; a patrol has ${maximum} at most. Hand it in in parts, or record less often.`,
  patrol_track_too_long_a_time: ({ hours }) => `A patrol takes ${hours} hours at most. Hand it in in parts.`,
  patrol_rule_ended: () => 'This rule has its last day already and is not changed any more. Change the one that follows it.',
  patrol_rule_day_invalid: ({ earliest }) => `A new rule begins on ${earliest} at the earliest.`,
  patrol_rule_exists: () => 'This level has a rule in this territory already, or one that is to begin. Change that one.',
  water_sample_exists: ({ day }) => `This station has a sample of ${day} already.`,
  water_sample_empty: () => 'At least one factor must have been measured.',
  water_sample_in_future: () => 'A sample cannot have been taken after today.',
  signboard_in_future: () => 'A signboard cannot have been updated after today.',
  month_invalid: () => 'month must be a month, as in 2026-03, and not after this one.',
}
