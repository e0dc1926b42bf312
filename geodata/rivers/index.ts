export { addDays, type Days, PERIODS, type Period, periodAfter, periodOf, weekdayOf } from './calendar.ts'
export { type Bank, type NearestChainage, nearestChainage, partsBetween, positionAtChainage } from './chainage.ts'
export { type RiverCourse, type RiverLine, riverLineOf } from './line.ts'
export { PATROL_FLAGS, type PatrolFlag, type PatrolFlagCode } from './patrol/flags.ts'
export { judgePatrol, type PatrolJudgement, type Shortfall, type ShortfallCode } from './patrol/judge.ts'
export { type MatchedPatrol, matchPatrol } from './patrol/match.ts'
export { type PatrolFrequency, type PatrolLimits, type PatrolValidity, WHOLE_SEGMENT } from './patrol/rule.ts'
export { type Fix, LONGEST_TRACK_MS, MOST_FIXES, readTrack, type TrackReading, type TrackRefusal } from './patrol/track.ts'
export {
  SIGNBOARD_RULES,
  type SignboardQuestion,
  type SignboardRule,
  type SignboardTask,
  signboardTask,
} from './signboard.ts'
export {
  compareMostOverdue,
  DUE_SOON,
  HEALTH_RULES,
  healthOf,
  type PatrolQuestion,
  type PatrolStanding,
  patrolStanding,
  type SegmentQuestion,
  type SegmentStatus,
  segmentStatus,
} from './status.ts'
export {
  compareWaterClasses,
  standingOf,
  type TargetStanding,
  WATER_CLASSES,
  WATER_LIMITS,
  type WaterAssessment,
  type WaterClass,
  type WaterFactor,
  type WaterLimits,
  type WaterSample,
  waterClassOf,
} from './water_class.ts'
