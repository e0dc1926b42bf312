export { type Allocation, allocate, type Group } from './allocation.ts'
export { isWithinReach, lengthOfLine, type Polygon, stretchesBeyond } from './gaps.ts'
export { type CurrentMark, currentMarks, isClockImplausible, MARKS, MARKS_OF, type Mark, type MarkKind } from './marks.ts'
export { boxAround, nearestWithin, type PointGrid, pointGridOf, pointsNear } from './near_points.ts'
export { type Reach, type Reachable, type Reached, type ReachQuestion, reach, reachableOf } from './reach.ts'
export {
  type OfferedShelter,
  planShelters,
  reasonsAgainst,
  type ShelterOption,
  type ShelterPlan,
  type ShelterRecord,
} from './shelters.ts'
export * from './thresholds.ts'
export { type ReachedShelter, toldBefore, toldShelters, toldWay, waterLimit } from './told.ts'
export {
  doubtsOfInspection,
  hosesFor,
  judgeMarkedWater,
  judgeWater,
  WATER_STANDINGS,
  type WaterJudgement,
  type WaterReason,
  type WaterRecord,
  type WaterStanding,
} from './water.ts'
