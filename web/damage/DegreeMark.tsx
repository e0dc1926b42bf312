import type { Degree } from '#geodata/damage/grades.ts'
import { badgeAddress } from '../symbols/images.ts'
import { lookOfDegree, ZERO_LOOK } from './look.ts'

/** The sign of a degree, the same as on the map. */
export const DegreeMark = ({ degree, lives = false, size = 26 }: { degree: Degree | 'zero'; lives?: boolean; size?: number }) => (
  <img
    src={badgeAddress(degree === 'zero' ? ZERO_LOOK : lookOfDegree(degree, lives))}
    width={size}
    height={size}
    alt=""
    draggable={false}
  />
)
