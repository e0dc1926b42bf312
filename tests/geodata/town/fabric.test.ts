import { describe, expect, it } from 'vitest'
import type { DemoFeature } from '#geodata/county/demo.ts'
import { coverageFaults, isInside, isSimple, pointOf, ringsOf, twiceArea } from '../county/geometry.ts'
import { county, layer, withProperty } from './town.ts'

const codeOf = ({ properties }: DemoFeature) => String(properties.code)
const cells = layer('unit_cells')
const cellByCode = new Map(cells.map((cell) => [codeOf(cell), cell]))
const areas = (level: string) => withProperty('administrative_areas', 'level', level)
const within = (features: readonly DemoFeature[], parent: DemoFeature) =>
  features.filter((each) => codeOf(each).startsWith(codeOf(parent)))
const gridsOf = (scheme: string, level: number) =>
  layer('grids').filter(({ properties: p }) => p.scheme === scheme && p.level === level && p.class === 'A')
const middle = (cell: DemoFeature) => {
  const ring = ringsOf(cell)[0]!
  return ring
    .slice(1)
    .reduce(([x, y], p) => [x + p[0] / (ring.length - 1), y + p[1] / (ring.length - 1)] as const, [0, 0] as const)
}

describe('rings', () => {
  //  3──────2      closed: the first corner comes again,
  //  │      │      anticlockwise, and no side meets another
  //  0──────1      but at its ends
  it.each(['unit_cells', 'grids', 'administrative_areas', 'hazard_zones'])(
    '%s are closed, anticlockwise and simple, one ring each',
    (id) => {
      for (const feature of layer(id)) {
        if (!feature.geometry) continue
        const rings = ringsOf(feature)
        expect(rings.length, codeOf(feature)).toBe(1)
        for (const ring of rings) {
          expect(ring.at(-1)).toEqual(ring[0])
          expect(twiceArea(ring) > 0n).toBe(true)
          expect(isSimple(ring), codeOf(feature)).toBe(true)
        }
      }
    },
  )
})

describe('coverage', () => {
  //  ┌───┬─────┐   every side of a child is either the reverse of exactly one
  //  │ a •  b  │   neighbour's side or a side of the parent, with the same two ends:
  //  │   ├──┬──┤   the corner of c and d at • is a vertex of a and of the parent too
  //  └───•──•──┘
  it('towns tile the county', () => expect(coverageFaults(areas('town'), areas('county')[0]!)).toEqual([]))

  it('communities tile their town', () => {
    for (const town of areas('town')) expect(coverageFaults(within(areas('community'), town), town)).toEqual([])
  })

  it('cells tile their community, and all of them the county', () => {
    for (const community of areas('community')) expect(coverageFaults(within(cells, community), community)).toEqual([])
    expect(coverageFaults(cells, areas('county')[0]!)).toEqual([])
  })

  it.each(['governance', 'fire'])('%s grids of every level tile the county and nest in the level above', (scheme) => {
    for (const level of [1, 2, 3]) expect(coverageFaults(gridsOf(scheme, level), areas('county')[0]!)).toEqual([])
    for (const level of [1, 2]) {
      for (const parent of gridsOf(scheme, level)) {
        const children = gridsOf(scheme, level + 1).filter(({ properties }) => properties.parent_code === parent.properties.code)
        expect(coverageFaults(children, parent), codeOf(parent)).toEqual([])
      }
    }
  })

  it('a missing, a doubled and a half-shared border are found out', () => {
    const [first, second] = cells
    const county = areas('county')[0]!
    expect(coverageFaults(cells.slice(1), county)).not.toEqual([])
    expect(coverageFaults([...cells, first!], county)).not.toEqual([])
    const ring = ringsOf(second!)[0]!
    const corner = { ...second!, geometry: { type: 'MultiPolygon' as const, coordinates: [[[ring[0]!, ...ring.slice(2)]]] } }
    expect(coverageFaults([first!, corner, ...cells.slice(2)], county)).not.toEqual([])
  })

  it('grids of class A cover exactly their cells', () => {
    expect(county.gridCells.length).toBe(withProperty('grids', 'class', 'A').length)
    for (const { scheme, grid_code, cell_codes } of county.gridCells) {
      const grid = layer('grids').find(({ properties: p }) => p.scheme === scheme && p.code === grid_code)!
      expect(
        coverageFaults(
          cell_codes.map((code) => cellByCode.get(code)!),
          grid,
        ),
        grid_code,
      ).toEqual([])
    }
  })
})

describe('numbers and people', () => {
  const sum = (features: readonly DemoFeature[], name: string) =>
    features.reduce((total, { properties }) => total + Number(properties[name]), 0)

  it('cells are numbered without gaps inside their community, the first in the north, the last in the south', () => {
    for (const community of areas('community')) {
      const own = within(cells, community)
      expect(own.map((cell) => Number(codeOf(cell).slice(12))).toSorted((a, b) => a - b)).toEqual(own.map((_, i) => i + 1))
      const [first, last] = [own.find((cell) => codeOf(cell).endsWith('001'))!, own.at(-1)!]
      expect(middle(first)[1]).toBeGreaterThan(middle(last)[1])
    }
  })

  it('grids, communities, towns and county count the people of their cells', () => {
    for (const name of ['households', 'population']) {
      for (const area of layer('administrative_areas')) expect(area.properties[name]).toBe(sum(within(cells, area), name))
      for (const { scheme, grid_code, cell_codes } of county.gridCells) {
        const { properties } = layer('grids').find(({ properties: p }) => p.scheme === scheme && p.code === grid_code)!
        expect(properties[name]).toBe(
          sum(
            cell_codes.map((code) => cellByCode.get(code)!),
            name,
          ),
        )
        expect(properties.cell_count).toBe(cell_codes.length)
      }
    }
  })

  it('dwellings in a cell hold exactly its households and people', () => {
    for (const cell of cells) {
      const own = layer('household_points').filter((dwelling) => isInside(ringsOf(cell)[0]!, pointOf(dwelling)))
      for (const name of ['households', 'population']) expect(sum(own, name), codeOf(cell)).toBe(cell.properties[name])
    }
  })

  it('is a small town: 150 to 350 cells, about one hectare in the middle, tens of hectares in the fields', () => {
    expect(cells.length).toBeGreaterThan(150)
    expect(cells.length).toBeLessThan(350)
    const hectares = (use: string) => {
      const own = withProperty('unit_cells', 'land_use', use)
        .map((cell) => Number(twiceArea(ringsOf(cell)[0]!)) / 2e10)
        .toSorted((a, b) => a - b)
      return own[Math.floor(own.length / 2)]!
    }
    expect(hectares('built_up')).toBeGreaterThan(0.7)
    expect(hectares('built_up')).toBeLessThan(2.5)
    expect(hectares('field')).toBeGreaterThan(5)
  })

  it('a grid of class C lies inside its parent and around its site', () => {
    for (const grid of withProperty('grids', 'class', 'C')) {
      const parent = layer('grids').find(
        ({ properties: p }) => p.class === 'A' && p.scheme === grid.properties.scheme && p.code === grid.properties.parent_code,
      )!
      const ring = ringsOf(grid)[0]!
      expect(ring.every((p) => isInside(ringsOf(parent)[0]!, p))).toBe(true)
      const site = layer('key_sites').find(({ properties }) => grid.properties.name === `${properties.name}专属网格`)!
      expect(isInside(ring, pointOf(site)), String(grid.properties.name)).toBe(true)
    }
  })
})
