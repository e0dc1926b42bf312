import { shapesAt } from '../county/geometry/shapes_at.ts'
import { ORIGIN } from './plan.ts'

export const { point, lineString, multiLineString, multiPolygon, polygonWithHoles } = shapesAt(ORIGIN)
