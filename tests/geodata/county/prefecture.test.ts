import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { demoCounty } from '#geodata/county/index.ts'
import { MOST_COUNTIES } from '#geodata/county/people/county_names.ts'
import { planOf } from '#geodata/county/plan.ts'
import { county, layer } from './county.ts'
import { positionsOf } from './geometry.ts'

describe('the county that everybody knows', () => {
  // Pictures, links and people's memory stand on this county: who changes it does so knowingly, with `npx vitest -u`.
  it('is to the byte as it was', () => {
    const lists = { ...county.features, gridCells: county.gridCells, heights: [...county.elevation!.heights] }
    const digest = (list: unknown) => createHash('sha256').update(JSON.stringify(list)).digest('hex').slice(0, 16)
    expect(Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, digest(list)]))).toMatchInlineSnapshot(`
      {
        "administrative_areas": "90a0e372a3054ee7",
        "control_lines": "1a1a396ab37e23b5",
        "faults": "2ded306e0c2187b5",
        "garbage_points": "bbf62884084ad3bf",
        "geohazard_points": "015c54bbe448b221",
        "gridCells": "f190e3def6b26d0b",
        "grids": "2eccaf22ded085e5",
        "hazard_zones": "e4d82ca0bb01d483",
        "heights": "67ef3ffa4d202dbc",
        "household_points": "5b65bd3eadcef61f",
        "hydrants": "cb8d27464a848e3e",
        "key_sites": "0eccf649afa2d4fc",
        "land_cover": "936c440ce280653a",
        "monitoring_stations": "d9d5ecd8e2e04e3f",
        "observation_points": "3e1d24748b5bb33b",
        "outfalls": "db716892039b7813",
        "parks": "bfad440af57903de",
        "patrol_areas": "3fa5deb80c2efc3b",
        "planned_roads": "2bcf04e45549c27e",
        "river_segments": "8ec734f6da4be55a",
        "rivers": "19a7b00402298a6f",
        "road_segments": "7c433fd14105a5f8",
        "roads": "545a0a892a450426",
        "sewage_works": "167a9023c1b083b6",
        "shelters": "ffe4d3bda1c87f5c",
        "unit_cells": "589677c7a5a56753",
        "water_sources": "0f8ea6cae077f09d",
      }
    `)
  })
})

describe('a prefecture', () => {
  const plans = Array.from({ length: MOST_COUNTIES }, (_, i) => planOf({ number: i + 1 }))
  const KM = 1_000_000

  it('gives every county a code and a name of its own, in Chinese and in pinyin', () => {
    for (const word of ['code', 'zh', 'en'] as const)
      expect(new Set(plans.map(({ name }) => name[word])).size).toBe(MOST_COUNTIES)
    for (const { name } of plans) expect(name.code).toMatch(/^41(18|19)(0[1-9]|[1-9]\d)$/)
  })

  //  ┌──┬──┬──┐  27 km apart, the first somewhat west of the middle:
  //  ├──┼──┼──┤  its block grows to all sides and stays within 140 km of
  //  ├─①┼──┼──┤  114° E, where the plane's easting is 500 km
  //  └──┴──┴──┘
  it('lays its counties in a square, none upon another, within a degree and a half of the central meridian', () => {
    const places = plans.map(({ offset: [x, y] }) => [x / KM, y / KM] as const)
    expect(places[0]).toEqual([0, 0])
    expect(new Set(places.map(String)).size).toBe(MOST_COUNTIES)
    for (const at of [0, 1] as const) {
      const all = places.map((place) => place[at])
      expect(Math.max(...all) - Math.min(...all)).toBe(9 * 27)
      expect(all.every((kilometres) => kilometres % 27 === 0)).toBe(true)
    }
    const eastings = places.map(([x]) => 414.6 + x)
    expect(Math.min(...eastings)).toBeGreaterThan(500 - 140)
    expect(Math.max(...eastings) + 25).toBeLessThan(500 + 140)
  })

  it('has no county beyond the last', () => {
    for (const number of [0, -1, 1.5, MOST_COUNTIES + 1]) expect(() => planOf({ number })).toThrow(RangeError)
  })

  it('draws every stream of every county and every seed otherwise', () => {
    const first = (seed: number, number: number) => planOf({ seed, number }).random('cells').next()
    const drawn = [1, 2, 3, 999_999_999].flatMap((seed) => plans.map((_, i) => first(seed, i + 1)))
    expect(new Set(drawn).size).toBe(drawn.length)
  })
})

describe('its second county', () => {
  const second = demoCounty({ number: 2 })
  const [x, y] = planOf({ number: 2 }).offset

  it('lies at its own place, in whole millimetres', () => {
    for (const [id, features] of Object.entries(second.features)) {
      for (const [px, py] of features.flatMap(positionsOf)) {
        const [east, north] = [px - x, py - y]
        const inside = east > 414_000_000 && east < 441_000_000 && north > 3_873_000_000 && north < 3_900_000_000
        if (!Number.isInteger(px) || !Number.isInteger(py) || !inside) expect.fail(`${id} ${px} ${py}`)
      }
    }
  })

  it('shares no code with the first, and speaks of nobody in it', () => {
    for (const [id, features] of Object.entries(second.features)) {
      if (['roads', 'household_points', 'land_cover'].includes(id)) continue
      const key = ({ properties }: (typeof features)[number]) => `${properties.scheme ?? ''} ${properties.code}`
      const first = new Set(layer(id).map(key))
      expect(features.filter((feature) => first.has(key(feature))).length, id).toBe(0)
      expect(new Set(features.map(key)).size, id).toBe(features.length)
      for (const { properties } of features) expect(Object.values(properties).join()).not.toMatch(/泽陵县|Zeling|411825/)
    }
  })

  it('has people of its own: no code, no number of the first comes again', () => {
    const [one, other] = [county.responsibility!, second.responsibility!]
    const known = new Set([
      ...one.organisations.flatMap(({ code, telephone }) => [code, telephone]),
      ...one.people.flatMap(({ code, mobile }) => [code, mobile]),
    ])
    for (const { code, telephone } of other.organisations) expect(known.has(code) || known.has(telephone)).toBe(false)
    for (const { code, mobile } of other.people) expect(known.has(code) || known.has(mobile)).toBe(false)
    for (const { name } of other.organisations) expect(name).not.toContain('泽陵')
    expect(one.people.map(({ name }) => name).join()).not.toBe(other.people.map(({ name }) => name).join())
  })

  it('nests by code in itself, and its segments in its own rivers', () => {
    const { code } = planOf({ number: 2 }).name
    for (const id of ['unit_cells', 'grids', 'administrative_areas', 'rivers', 'river_segments'])
      for (const { properties } of second.features[id]!) expect(String(properties.code).slice(0, 6)).toBe(code)
    expect(second.riverSegments.length).toBe(second.features.river_segments!.length)
    for (const { river_code } of second.riverSegments) expect(river_code.slice(0, 6)).toBe(code)
  })

  it('is another county of the same kind', () => {
    const counts = Object.entries(second.features).map(([id, features]) => features.length / layer(id).length)
    for (const share of counts) {
      expect(share).toBeGreaterThan(0.8)
      expect(share).toBeLessThan(1.25)
    }
    expect(second.features.unit_cells!.length).not.toBe(layer('unit_cells').length)
  })
})
