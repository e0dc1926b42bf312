/** Makes a pack: what the console would ask for in a town, answered beforehand with the rights of who takes it along. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { LAYERS, type Layer } from '#geodata/layers/index.ts'
import { PACK_DAYS, PACK_ENTRIES, PACK_FORMAT, type PackManifest, tilesOver } from '#geodata/pack/pack.ts'
import { visitorOf } from '../access/gate.ts'
import { hasRight } from '../access/visitor.ts'
import type { Database } from '../database/database.ts'
import { LIMIT } from '../features/question.ts'
import type { LayerLimits } from '../layers/limits.ts'
import { seenLayers } from '../layers/seen.ts'
import { keyOf, readResponsible } from '../responsibility/responsible.ts'
import type { TileService } from '../tiles/service.ts'
import { archiveOf } from './archive.ts'
import { type PackArea, readAssignedObjects, readDay } from './store.ts'

export interface Pack {
  readonly manifest: PackManifest
  readonly bytes: Uint8Array
}

export interface PackTools {
  readonly app: FastifyInstance
  readonly database: Database
  readonly tiles: TileService
  readonly limits: LayerLimits
}

export async function makePack(tools: PackTools, request: FastifyRequest, area: PackArea): Promise<Pack> {
  const layers = seenLayers(visitorOf(request))
  const { zooms, tiles } = tilesOver(area.extent)
  const files: Record<string, Uint8Array> = {}
  const answer = answers(tools.app, request)
  files[PACK_ENTRIES.session] = withoutToken(await answer('/api/session'))
  files[PACK_ENTRIES.state] = await answer('/api/state')
  files[PACK_ENTRIES.marks] = await answer('/api/emergency/marks')
  files[PACK_ENTRIES.closures] = await answer('/api/emergency/closures')
  const things = new Set<string>()
  for (const layer of layers) {
    const features = await featuresOf(answer, layer, area.extent)
    for (const { id } of features) things.add(keyOf({ layer: layer.id, id }))
    files[PACK_ENTRIES.features(layer.id)] = json(features)
  }
  files[PACK_ENTRIES.responsible] = json(await responsibleFor(tools.database, request, things))
  // All layers in one tile: the map takes from it what is switched on.
  const list = layers.map(({ id }) => id).join(',')
  const limits = await tools.limits.of(visitorOf(request), layers)
  for (const { z, x, y } of tiles) {
    const address = { layers: list, z: String(z), x: String(x), y: String(y) }
    const { bytes } = await tools.tiles.tile(address, undefined, undefined, limits)
    if (bytes.length > 0) files[PACK_ENTRIES.tile(z, x, y)] = bytes
  }
  const { now } = await readDay(tools.database)
  const manifest = manifestOf(request, area, { zooms, layers, now, entries: Object.keys(files).length })
  return { manifest, bytes: await archiveOf({ [PACK_ENTRIES.manifest]: json(manifest), ...files }) }
}

/** Nothing can be written from a pack, so nothing that lets somebody write is in it. */
const withoutToken = (session: Uint8Array): Uint8Array =>
  json({ ...JSON.parse(Buffer.from(session).toString()), csrf_token: null })

const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value))

type Answer = (path: string) => Promise<Uint8Array>

/** Asks the server itself as the visitor does: what it answers him, he may take along. */
function answers(app: FastifyInstance, { headers }: FastifyRequest): Answer {
  const { cookie, authorization, host } = headers
  const own = {
    accept: 'application/json',
    ...(cookie && { cookie }),
    ...(authorization && { authorization }),
    ...(host && { host }),
  }
  return async (path) => {
    const response = await app.inject({ method: 'GET', url: path, headers: own })
    if (response.statusCode !== 200) throw new Error(`${path} answered ${response.statusCode}`)
    return response.rawPayload
  }
}

interface PackFeature {
  readonly id: number
}

async function featuresOf(answer: Answer, { id }: Layer, extent: PackArea['extent']): Promise<PackFeature[]> {
  const all: PackFeature[] = []
  for (;;) {
    const query = new URLSearchParams({ bbox: extent.join(','), limit: String(LIMIT.maximum), offset: String(all.length) })
    const page = JSON.parse(Buffer.from(await answer(`/api/collections/${id}/items?${query}`)).toString())
    all.push(...page.features)
    if (page.features.length === 0 || all.length >= page.numberMatched) return all
  }
}

async function responsibleFor(database: Database, request: FastifyRequest, things: ReadonlySet<string>): Promise<object> {
  const visitor = visitorOf(request)
  if (!hasRight(visitor, 'responsibility.read')) return {}
  const { day } = await readDay(database)
  const objects = (await readAssignedObjects(database)).filter((key) => things.has(keyOf(key)))
  return Object.fromEntries(await readResponsible(database, objects, day, visitor))
}

interface Made extends Pick<PackManifest, 'zooms' | 'entries'> {
  readonly layers: readonly Layer[]
  readonly now: string
}

function manifestOf(request: FastifyRequest, area: PackArea, { zooms, layers, now, entries }: Made): PackManifest {
  const { account_id, display_name } = visitorOf(request)
  return {
    format: PACK_FORMAT,
    id: randomUUID(),
    territory_code: area.code,
    name: area.name,
    name_en: area.name_en,
    made_at: now,
    expires_at: new Date(Date.parse(now) + PACK_DAYS * 86_400_000).toISOString(),
    extent: area.extent,
    zooms,
    layers: LAYERS.filter((layer) => layers.includes(layer)).map(({ id }) => id),
    account: { id: account_id, display_name },
    entries,
  }
}
