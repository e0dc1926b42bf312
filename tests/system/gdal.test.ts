// A program that nobody here wrote: GDAL reads the API as it reads any OGC server. Left out where it isn't installed.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LAYERS } from '#geodata/layers/index.ts'
import { findOnPath, run } from '../../scripts/setup/processes.ts'
import type { Json } from '../helpers/app.ts'
import { copyFolder } from '../helpers/database.ts'
import { type Server, startServer } from '../helpers/server.ts'
import { tileOf } from '../helpers/tiles.ts'

const installed = findOnPath('ogrinfo') !== undefined && findOnPath('ogr2ogr') !== undefined

let server: Server
let folder: string
let removeData: () => Promise<void>

beforeAll(async () => {
  if (!installed) return
  const { location, remove } = await copyFolder()
  removeData = remove
  server = await startServer({ dataFolder: location.folder })
  folder = await mkdtemp(join(tmpdir(), 'jiangli-gdal-'))
})
afterAll(async () => {
  await server?.stop()
  await removeData?.()
  if (folder) await rm(folder, { recursive: true })
})

async function gdal(program: 'ogrinfo' | 'ogr2ogr', ...args: string[]): Promise<string> {
  const token = ['--config', 'GDAL_HTTP_HEADERS', `Authorization: ${(await server.headers()).authorization}`]
  const { code, output } = await run(program, [...token, ...args], { quiet: true })
  if (code !== 0 || /ERROR|Warning/.test(output)) throw new Error(`${program} ended with ${code}:\n${output}`)
  return output
}

const source = () => `OAPIF:${server.url}/api`
const json = async (path: string): Promise<Json> => (await server.get(path)).json()
/** What ogr2ogr makes of a source: one layer as GeoJSON. */
async function asGeoJson(...args: string[]): Promise<Json[]> {
  const path = join(folder, `${args.at(-1)!.replaceAll(/\W/g, '')}.geojson`)
  await gdal('ogr2ogr', '-f', 'GeoJSON', '-lco', 'COORDINATE_PRECISION=9', path, ...args)
  return JSON.parse(await readFile(path, 'utf8')).features
}

describe.skipIf(!installed)('GDAL', () => {
  test('lists every layer of the catalogue by the names of its fields, with as many features as the API tells', async () => {
    const parts = (await gdal('ogrinfo', '-ro', '-al', '-so', source())).split('\nLayer name: ').slice(1)
    expect(parts.map((part) => part.split('\n')[0])).toEqual(LAYERS.map(({ id }) => id))
    const { layers } = await json('/api/state')
    for (const [index, layer] of LAYERS.entries()) {
      const part = parts[index]!
      expect(/^Feature Count: (\d+)$/m.exec(part)?.[1], layer.id).toBe(String(layers[layer.id].count))
      expect(part).toContain(`TITLE=${layer.name.zh}`)
      for (const { name } of layer.fields) expect(part, `${layer.id}.${name}`).toMatch(new RegExp(`^${name}: `, 'm'))
    }
  })

  test('reads every feature of every layer', async () => {
    const output = await gdal('ogrinfo', '-ro', '-al', '-geom=NO', source())
    const { layers } = await json('/api/state')
    for (const { id } of LAYERS) {
      const read = output.match(new RegExp(`^OGRFeature\\(${id}\\):`, 'gm'))
      expect(read?.length, id).toBe(layers[id].count)
    }
  })

  test.each(['household_points', 'grids'])('turns %s into a file with the same attributes and places', async (id) => {
    const converted = await asGeoJson(source(), id)
    const { features } = await json(`/api/collections/${id}/items?limit=10000`)
    expect(converted).toHaveLength(features.length)
    expect(features.length).toBeGreaterThan(100)
    for (const [index, { properties, geometry }] of features.entries()) {
      const twin = converted[index]
      for (const [name, value] of Object.entries<Json>(properties)) {
        const got = twin.properties[name]
        // GDAL writes a day as it reads it from its first features: with dashes or with slashes.
        if (typeof value === 'number') expect(got, name).toBeCloseTo(value, 5)
        else expect(typeof got === 'string' ? got.replaceAll('/', '-') : (got ?? null), name).toEqual(value)
      }
      expect(twin.geometry?.type).toBe(geometry?.type)
      const [one, other] = [geometry, twin.geometry].map((shape) => (shape ? shape.coordinates.flat(9) : []))
      expect(other).toHaveLength(one.length)
      // GDAL 3.6 takes 35.098999991 for 35.099 when it writes: a millimetre.
      for (const [place, degree] of one.entries()) expect(Math.abs(other[place] - degree)).toBeLessThan(2e-8)
    }
  })

  test('sends its spatial filter as bbox, and gets what lies there', async () => {
    const { extent } = await json('/api/state')
    const box = [extent[0], extent[1], (extent[0] + extent[2]) / 2, (extent[1] + extent[3]) / 2]
    const converted = await asGeoJson('-spat', ...box.map(String), source(), 'household_points')
    const { numberMatched } = await json(`/api/collections/household_points/items?bbox=${box.join(',')}`)
    expect(numberMatched).toBeGreaterThan(0)
    expect(converted).toHaveLength(numberMatched)
  })

  test('reads a vector tile, and its points lie where the features do', async () => {
    const { features } = await json('/api/collections/hydrants/items?limit=10000')
    const { z, x, y } = tileOf(features[0].geometry.coordinates, 14)
    await mkdir(join(folder, String(z), String(x)), { recursive: true })
    const path = join(folder, String(z), String(x), `${y}.mvt`)
    const response = await server.get(`/tiles/hydrants,unit_cells/${z}/${x}/${y}.mvt`)
    await writeFile(path, Buffer.from(await response.arrayBuffer()))
    expect(await gdal('ogrinfo', '-ro', '-q', `MVT:${path}`)).toMatch(/hydrants[\s\S]*unit_cells/)
    const points = await asGeoJson('-t_srs', 'EPSG:4326', `MVT:${path}`, 'hydrants')
    const inTile = features.filter(({ geometry }: Json) => {
      const tile = tileOf(geometry.coordinates, z)
      return tile.x === x && tile.y === y
    })
    expect(points).toHaveLength(inTile.length)
    for (const { properties, geometry } of points) {
      const twin = inTile.find((feature: Json) => feature.id === properties.mvt_id)
      // A tile's unit at z14 is 0.6 m, five millionths of a degree.
      expect(Math.abs(geometry.coordinates[0] - twin.geometry.coordinates[0])).toBeLessThan(1e-5)
      expect(Math.abs(geometry.coordinates[1] - twin.geometry.coordinates[1])).toBeLessThan(1e-5)
    }
  })
})
