/** Plans: what is pure of them, for the server and the console alike. */
export { checkPlan, type Finding } from './check.ts'
export { cellToNumber, gridToNumber, middleOf, type Numbered, numberCodes } from './codes.ts'
export { type Difference, differenceOf } from './difference.ts'
export {
  codeOf,
  englishName,
  fabricOfLand,
  gridId,
  isInside,
  isNew,
  MEASURES,
  type Measure,
  NEW_GRID,
  type PlanLand,
  type Scope,
} from './land.ts'
export {
  LINE_KINDS,
  LINE_SQUARE,
  type LineKind,
  type LinePiece,
  type Lines,
  type MapLine,
  partsIn,
  piecesIn,
  piecesNear,
  piecesOf,
  squareBox,
} from './lines.ts'
export { areaOf, type Counter, counterOf, type Measures } from './measures.ts'
export * from './plan.ts'
export { applyStep, type Conflict, type Outcome, type Replayed, replay, type Shape, shapesOf } from './replay.ts'
export { BOUNDS, MOST_LEVELS, RULES, type Rule, type RuleName, ruleKey, rulesOf, SEVERITIES, standardRules } from './rules.ts'
export { type Applied, applyInScope, type EditRefusal } from './scope.ts'
