/** All schemes' grids of class A. */
import type { County } from '../county.ts'
import { fireGrids } from './fire.ts'
import { flatTownGrids } from './flat_town.ts'
import { governanceGrids } from './governance.ts'
import type { Grid } from './grid.ts'
import { labourGrids } from './labour.ts'
import { schoolSafetyGrids } from './school_safety.ts'
import { supervisionGrids } from './supervision.ts'

export const makeGrids = (county: County): Grid[] => [
  ...governanceGrids(county),
  ...fireGrids(county),
  ...flatTownGrids(county),
  ...supervisionGrids(county),
  ...labourGrids(county),
  ...schoolSafetyGrids(county),
]
