/** The floor of a cached tile: the same Fastify sends a buffer that is always the same. Prints its address. */
import { randomBytes } from 'node:crypto'
import Fastify from 'fastify'

const bytes = randomBytes(Number(process.argv[2]))
const app = Fastify()
app.get('/tile', (_request, reply) => reply.type('application/vnd.mapbox-vector-tile').send(bytes))
process.stdout.write(`${await app.listen({ host: '127.0.0.1', port: 0 })}\n`)
