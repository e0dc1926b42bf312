import type { FastifyInstance } from 'fastify'
import { MOST_PHOTOS } from '#geodata/damage/grades.ts'
import { act, actorOf } from '../access/act.ts'
import { visitorOf } from '../access/gate.ts'
import type { Database, Transaction } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { choice, readParameters, wholeNumber } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { sendPhoto } from '../photos/send.ts'
import { insertPhoto, readPhotoContent } from '../photos/store.ts'
import { readPhoto, takePhotos } from '../photos/upload.ts'
import { readId } from '../staff/ids.ts'
import { readEvents } from './case_store.ts'
import { readSeen } from './seen.ts'

const SIZES = ['full', 'small'] as const

/** Evidence of a step: taken once however often it is sent, and seen by whoever may see the case. */
export async function casePhotoRoutes(app: FastifyInstance, database: Database): Promise<void> {
  const READ = { config: { right: 'cases.read' } } as const

  app.get<{ Params: { id: string; photo: string } }>('/api/cases/:id/photos/:photo', READ, async (request, reply) => {
    const size = choice(readParameters(request, ['size']), 'size', SIZES) ?? 'full'
    const { id } = await readSeen(database, readId(request.params.id), visitorOf(request))
    const photo = readId(request.params.photo)
    const events = await readEvents(database, id)
    const isThere = events.some(({ photos }) => photos.some((each) => each.id === photo))
    const content = isThere && (await readPhotoContent(database, photo, size === 'small'))
    if (!content) throw new Problem(404, 'record_not_found', {}, { id: photo })
    return sendPhoto(request, reply, content, size)
  })

  await app.register(async (scope) => {
    await takePhotos(scope)
    scope.post<{ Params: { id: string; number: string } }>(
      '/api/cases/:id/events/:number/photos',
      READ,
      async (request, reply) => {
        readParameters(request, [])
        const visitor = visitorOf(request)
        const { id } = await readSeen(database, readId(request.params.id), visitor)
        // Asked before the file is read: whoever may not send it should not send it in vain.
        const event = await readOwnEvent(database, id, request.params.number, visitor.account_id)
        const taken = await readPhoto(request)
        const { photo, isNew } = await act(database, actorOf(request), async (transaction) => {
          await transaction.query(sql`select from cases where id = ${id}::integer for update`)
          const known = await findAttached(transaction, event, taken.sent_sha256)
          if (known !== undefined) return { photo: known, isNew: false }
          await demandRoom(transaction, event)
          const added = await insertPhoto(transaction, taken, { id: visitor.account_id, name: visitor.display_name })
          await transaction.query(
            sql`insert into case_event_photos (event_id, photo_id) values (${event}::bigint, ${added}::integer)`,
          )
          return { photo: added, isNew: true }
        })
        const events = await readEvents(database, id)
        reply.code(isNew ? 201 : 200).header('cache-control', 'no-store')
        return events.flatMap(({ photos }) => photos).find((each) => each.id === photo)
      },
    )
  })
}

async function readOwnEvent(database: Pick<Transaction, 'query'>, id: number, text: string, account: number): Promise<number> {
  const number = wholeNumber(text)
  const [event] = await database.query<{ id: number; account_id: number | null }>(sql`
    select id, account_id from case_events where case_id = ${id}::integer and number = ${number ?? 0}::integer`)
  if (!event) throw new Problem(404, 'record_not_found', {}, { id: text.slice(0, 30) })
  if (event.account_id !== account) throw new Problem(403, 'case_photo_not_yours')
  return event.id
}

async function findAttached(transaction: Transaction, event: number, sent: string): Promise<number | undefined> {
  const [found] = await transaction.query<{ id: number }>(sql`
    select photos.id from case_event_photos join photos on photos.id = photo_id where event_id = ${event}::bigint and sent_sha256 = ${sent}`)
  return found?.id
}

async function demandRoom(transaction: Transaction, event: number): Promise<void> {
  const [counted] = await transaction.query<{ photos: number }>(sql`
    select count(*)::integer as photos from case_event_photos where event_id = ${event}::bigint`)
  if (counted!.photos >= MOST_PHOTOS) throw new Problem(409, 'case_photos_full', {}, { maximum: MOST_PHOTOS })
}
