// Dividing land into grids: a plain graph of cells goes in, groups of cells come out. Nothing here knows the fabric but `landOf`.
export { type Land, type LandBorder, type LandCell, landOf } from './land.ts' // the graph, also made from a fabric
export type { Measured, Measures } from './measures.ts'
export { measure } from './measures.ts' // balance, shape and borders of any groups
export type { Proposal, ProposedGroup } from './propose.ts'
export { propose, toEnd } from './propose.ts' // from nothing
export type { Move, Rebalance } from './rebalance.ts'
export { rebalance } from './rebalance.ts' // from a draft, moving as little as can be
export { REFUSALS, type Refusal, type RefusalCode } from './refusal.ts'
export type * from './request.ts'
export { REASONS, type Reason, type Unmet } from './unmet.ts'
