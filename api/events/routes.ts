import type { ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { LAYERS, type Layer } from '#geodata/layers/index.ts'
import { readParameters } from '../http/parameters.ts'
import type { LayerStates } from '../layers/states.ts'

const HEARTBEAT_MS = 15_000

/**
 * Server-sent events. Each connection first hears the state of every layer, then every change, so that coming back after
 * a break needs no memory of what was missed.
 */
export function eventRoutes(app: FastifyInstance, states: LayerStates): void {
  const open = new Set<ServerResponse>()
  // No HEAD: an answer that never ends has no end to tell.
  app.get('/api/events', { exposeHeadRoute: false }, (request, reply) => {
    readParameters(request, [])
    reply.hijack()
    const stream = reply.raw
    stream.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    })
    const tell = (layers: readonly Layer[]) => {
      const tokens = Object.fromEntries(layers.map((layer) => [layer.id, states.token(layer)]))
      stream.write(`event: versions\ndata: ${JSON.stringify(tokens)}\n\n`)
    }
    stream.write('retry: 1000\n\n')
    const stop = states.onChange(tell)
    tell(LAYERS)
    const heartbeat = setInterval(() => stream.write(': still here\n\n'), HEARTBEAT_MS)
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
