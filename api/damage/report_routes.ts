import type { FastifyInstance } from 'fastify'
import { MOST_PHOTOS } from '#geodata/damage/grades.ts'
import { act, actorOf } from '../access/act.ts'
import { visitorOf } from '../access/gate.ts'
import { demandIn, mayIn, territoriesOf, type Visitor } from '../access/visitor.ts'
import type { Database, Queryable } from '../database/database.ts'
import { choice, readLimit, readOffset, readParameters } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { sendPhoto } from '../photos/send.ts'
import { insertPhoto, readPhotoContent } from '../photos/store.ts'
import { readPhoto, takePhotos } from '../photos/upload.ts'
import { idOf, type OfId, readId } from '../staff/ids.ts'
import { readEvent } from './events_store.ts'
import { FILTER_NAMES, readFilter, readReport } from './reading.ts'
import type { ReportRow } from './records.ts'
import { demandOwn, takeReport } from './report.ts'
import { attachPhoto, findAttached, findReport, holdReport, listReports, readCorrected } from './reports_store.ts'

const READ = { config: { right: 'damage.read' } } as const
const REPORT = { config: { right: 'damage.report' } } as const
export const REPORTS_LIMIT = { standard: 50, maximum: 500 } as const
const SIZES = ['full', 'small'] as const

/** Reports of damage: taken once each, however often they are sent; corrected by others; with photos. */
export async function damageReportRoutes(app: FastifyInstance, database: Database): Promise<void> {
  app.get<OfId>('/api/damage/events/:id/reports', READ, async (request, reply) => {
    const parameters = readParameters(request, [...FILTER_NAMES, 'limit', 'offset'])
    const page = { limit: readLimit(parameters.limit, REPORTS_LIMIT), offset: readOffset(parameters.offset) }
    const visitor = visitorOf(request)
    const filter = { ...readFilter(parameters), account_id: visitor.account_id }
    const territories = territoriesOf(visitor, 'damage.read')
    const { id } = await readEvent(database, idOf(request), territories)
    const { total, reports } = await listReports(database, id, territories, filter, page)
    reply.header('cache-control', 'no-store')
    return { total, reports: reports.map((report) => described(report, visitor)) }
  })

  app.post<OfId>('/api/damage/events/:id/reports', REPORT, async (request, reply) => {
    readParameters(request, [])
    const received = new Date()
    const given = readReport(request)
    const visitor = visitorOf(request)
    const { report, isNew } = await act(database, actorOf(request), (transaction) =>
      takeReport(transaction, idOf(request), given, visitor, received),
    )
    reply.code(isNew ? 201 : 200).header('cache-control', 'no-store')
    return described(report, visitor)
  })

  app.get<OfId>('/api/damage/reports/:id', READ, async (request, reply) => {
    readParameters(request, [])
    const visitor = visitorOf(request)
    const report = await readSeen(database, request.params.id, visitor)
    const earlier = await readCorrected(database, report.id)
    reply.header('cache-control', 'no-store')
    return { ...described(report, visitor), earlier: earlier.map((each) => described(each, visitor)) }
  })

  app.get<{ Params: { id: string; photo: string } }>('/api/damage/reports/:id/photos/:photo', READ, async (request, reply) => {
    const size = choice(readParameters(request, ['size']), 'size', SIZES) ?? 'full'
    const report = await readSeen(database, request.params.id, visitorOf(request))
    const id = readId(request.params.photo)
    const content = report.photos.some((photo) => photo.id === id) && (await readPhotoContent(database, id, size === 'small'))
    if (!content) throw notFound(request.params.photo)
    return sendPhoto(request, reply, content, size)
  })

  await app.register(async (scope) => {
    await takePhotos(scope)
    scope.post<OfId>('/api/damage/reports/:id/photos', REPORT, async (request, reply) => {
      readParameters(request, [])
      const visitor = visitorOf(request)
      // Asked before the file is read: whoever may not send it should not send it in vain.
      demandOwn(await readSeen(database, request.params.id, visitor, 'damage.report'), visitor)
      const taken = await readPhoto(request)
      const id = idOf(request)
      const { photo, isNew } = await act(database, actorOf(request), async (transaction) => {
        await holdReport(transaction, id)
        const known = await findAttached(transaction, id, taken.sent_sha256)
        if (known !== undefined) return { photo: known, isNew: false }
        const { photos } = (await findReport(transaction, { id }))!
        if (photos.length >= MOST_PHOTOS) throw new Problem(409, 'photos_full', {}, { maximum: MOST_PHOTOS })
        const added = await insertPhoto(transaction, taken, { id: visitor.account_id, name: visitor.display_name })
        await attachPhoto(transaction, id, added)
        return { photo: added, isNew: true }
      })
      const { photos } = (await findReport(database, { id }))!
      reply.code(isNew ? 201 : 200).header('cache-control', 'no-store')
      return photos.find((each) => each.id === photo)
    })
  })
}

/** Refuses what is not there, and what lies in none of the reader's territories. */
async function readSeen(
  database: Queryable,
  id: string,
  visitor: Visitor,
  right: 'damage.read' | 'damage.report' = 'damage.read',
): Promise<ReportRow> {
  const report = await findReport(database, { id: readId(id) })
  if (!report) throw notFound(id)
  demandIn(visitor, right, report.community_code)
  return report
}

const notFound = (id: string) => new Problem(404, 'record_not_found', {}, { id: id.slice(0, 30) })

/** A report as its reader sees it. */
function described({ account_id, digest: _, ...report }: ReportRow, visitor: Visitor) {
  const mine = account_id === visitor.account_id
  return {
    ...report,
    mine,
    may_correct: report.corrected_by === null && (mine || mayIn(visitor, 'emergency.write', report.community_code)),
  }
}
