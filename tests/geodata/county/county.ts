/** The county once for all tests of a file, frozen so that a test which changes it fails loudly. */
import { type Demo, demoCounty } from '#geodata/county/index.ts'
import { chosen } from './seed.ts'

const freeze = <T>(value: T): T => {
  // Typed arrays can't be frozen.
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value) && !ArrayBuffer.isView(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) freeze(inner)
  }
  return value
}

export const county: Demo = freeze(demoCounty(chosen))
export const layer = (id: string) => county.features[id]!
export const withProperty = (id: string, name: string, value: unknown) =>
  layer(id).filter(({ properties }) => properties[name] === value)
