import type { Stage } from '#geodata/cases/flow.ts'
import { badgeAddress } from '../symbols/images.ts'
import { lookOfCase } from './look.ts'

/** The sign of a stage, the same as on the map. */
export const StageMark = ({ stage, isOverdue = false, size = 26 }: { stage: Stage; isOverdue?: boolean; size?: number }) => (
  <img src={badgeAddress(lookOfCase(stage, isOverdue))} width={size} height={size} alt="" draggable={false} />
)
