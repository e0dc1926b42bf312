import { ORIGIN } from '../ground/board.ts'
import { shapesAt } from './shapes_at.ts'

export const { point, lineString, multiLineString, multiPolygon, polygonWithHoles } = shapesAt(ORIGIN)
