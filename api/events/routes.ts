import type { ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { visitorOf } from '../access/gate.ts'
import type { Visitors } from '../access/visitors.ts'
import { readParameters } from '../http/parameters.ts'
import { seenLayers } from '../layers/seen.ts'
import { type LayerStates, TOPICS } from '../layers/states.ts'

const HEARTBEAT_MS = 15_000

/**
 * Server-sent events. Each connection first hears the state of everything, then every change, so that coming back after
 * a break needs no memory of what was missed. It ends when its visitor is signed out.
 */
export function eventRoutes(app: FastifyInstance, states: LayerStates, visitors: Visitors): void {
  const open = new Set<ServerResponse>()
  // No HEAD: an answer that never ends has no end to tell.
  app.get('/api/events', { exposeHeadRoute: false, config: { right: 'map.read' } }, (request, reply) => {
    readParameters(request, [])
    const seen = new Set([...seenLayers(visitorOf(request)).map(({ id }) => id), ...TOPICS])
    reply.hijack()
    const stream = reply.raw
    stream.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    })
    const tell = (changed: readonly string[]) => {
      const tokens = Object.fromEntries(changed.filter((id) => seen.has(id)).map((id) => [id, states.tokenFor(id)]))
      if (Object.keys(tokens).length > 0) stream.write(`event: versions\ndata: ${JSON.stringify(tokens)}\n\n`)
    }
    stream.write('retry: 1000\n\n')
    const stop = states.onChange(tell)
    tell([...seen])
    const heartbeat = setInterval(async () => {
      const stays = await visitors.isStillThere(request).catch(() => true)
      if (stays) stream.write(': still here\n\n')
      else stream.end()
    }, HEARTBEAT_MS)
    open.add(stream)
    stream.on('close', () => {
      clearInterval(heartbeat)
      stop()
      open.delete(stream)
    })
  })
  app.addHook('preClose', async () => {
    for (const stream of open) stream.end()
  })
}
