import { describe, expect, it } from 'vitest'
import { distance, distanceToLine, lengthOf, lineOf, positionsOf, ringsOf } from '../county/geometry.ts'
import { layer, withProperty } from './town.ts'

describe('rivers', () => {
  const segmentsOf = (river: unknown) =>
    withProperty('river_segments', 'river_name', river).toSorted(
      (a, b) => Number(a.properties.chainage_from_m) - Number(b.properties.chainage_from_m),
    )

  //  ○━━━━━━●━━━━━●━━━━━━○   segments lie on the river with all its vertices,
  //  0     km1   km2   end   one begins where the other ends
  it('segments follow their river exactly and meet end to end', () => {
    for (const river of layer('rivers')) {
      const segments = segmentsOf(river.properties.name)
      expect(segments.flatMap((segment, i) => lineOf(segment).slice(i === 0 ? 0 : 1))).toEqual(lineOf(river))
      for (let i = 1; i < segments.length; i++) expect(lineOf(segments[i]!)[0]).toEqual(lineOf(segments[i - 1]!).at(-1))
    }
  })

  it('chainage runs from 0 to the length of the river without a break', () => {
    for (const river of layer('rivers')) {
      let at = 0
      for (const { properties } of segmentsOf(river.properties.name)) {
        expect(properties.chainage_from_m).toBe(at)
        at = Number(properties.chainage_to_m)
      }
      expect(at).toBeCloseTo(lengthOf(lineOf(river)) / 1000, 0)
    }
  })

  it('the tributary ends on a vertex of the main river, and water has many vertices', () => {
    const [main] = withProperty('rivers', 'rank', 'main')
    const [tributary] = withProperty('rivers', 'rank', 'tributary')
    expect(lineOf(main!)).toContainEqual(lineOf(tributary!).at(-1))
    for (const river of layer('rivers')) expect(lengthOf(lineOf(river)) / 1000 / lineOf(river).length).toBeLessThan(50)
  })

  it('rivers run along borders of cells', () => {
    const corners = new Set(layer('unit_cells').flatMap((cell) => ringsOf(cell).flat().map(String)))
    for (const river of layer('rivers')) expect(lineOf(river).every((p) => corners.has(String(p)))).toBe(true)
  })

  it('outfalls and stations lie at the chainage they name, outfalls on the bank they name', () => {
    for (const feature of [...layer('outfalls'), ...layer('monitoring_stations')]) {
      const line = lineOf(withProperty('rivers', 'name', feature.properties.river_name)[0]!)
      const [at] = positionsOf(feature)
      expect(distanceToLine(line, at!)).toBeLessThan(15_000)
      let [start, i] = [0, 1]
      while (start + distance(line[i - 1]!, line[i]!) < Number(feature.properties.chainage_m) * 1000 && i < line.length - 1)
        start += distance(line[i - 1]!, line[i++]!)
      const [[ax, ay], [bx, by]] = [line[i - 1]!, line[i]!]
      expect(Math.min(distance(at!, line[i - 1]!), distance(at!, line[i]!))).toBeLessThan(60_000)
      const left = (bx - ax) * (at![1] - ay) - (by - ay) * (at![0] - ax) > 0
      if (feature.properties.bank) expect(left ? 'left' : 'right').toBe(feature.properties.bank)
    }
  })
})

describe('roads', () => {
  const roads = layer('roads').map(lineOf)
  const ends = roads.flatMap((line) => [line[0]!, line.at(-1)!])

  //  ──●──       no edge runs through a place where another ends:
  //    │         there it is two edges
  it('edges meet at junctions and nowhere else', () => {
    const junctions = new Set(ends.map(String))
    for (const line of roads) expect(line.slice(1, -1).some((p) => junctions.has(String(p)))).toBe(false)
    const inner = roads.flatMap((line) => line.slice(1, -1).map(String))
    expect(new Set(inner).size).toBe(inner.length)
  })

  it('every place on the network can be reached from every other', () => {
    const parent = new Map(ends.map((p) => [String(p), String(p)]))
    const root = (p: string): string => (parent.get(p) === p ? p : root(parent.get(p)!))
    for (const line of roads) parent.set(root(String(line[0])), root(String(line.at(-1))))
    expect(new Set([...parent.keys()].map(root)).size).toBe(1)
  })

  it('segments meet end to end along their road', () => {
    for (const name of new Set(layer('road_segments').map(({ properties }) => properties.road_name))) {
      const own = withProperty('road_segments', 'road_name', name)
      for (let i = 1; i < own.length; i++) {
        expect(lineOf(own[i]!)[0]).toEqual(lineOf(own[i - 1]!).at(-1))
        expect(own[i]!.properties.chainage_from_m).toBe(own[i - 1]!.properties.chainage_to_m)
      }
      const edges = withProperty('roads', 'name', name)
      expect(edges.length).toBeGreaterThan(0)
      const total = (features: typeof own) => features.reduce((sum, each) => sum + lengthOf(lineOf(each)), 0)
      expect(total(own)).toBeCloseTo(total(edges), 0)
    }
  })
})
