import type { FastifyInstance } from 'fastify'
import { visitorOf } from '../../access/gate.ts'
import type { Database } from '../../database/database.ts'
import { askIncident } from '../../emergency/incident.ts'
import { INCIDENT_PARAMETERS, readIncidentQuestion } from '../../emergency/incident_question.ts'
import type { NetworkThread } from '../../emergency/network_thread.ts'
import { readParameters } from '../../http/parameters.ts'
import type { LayerLimits } from '../../layers/limits.ts'
import { chineseDay } from '../../layers/states.ts'
import { readLanguage } from '../../sheets/question.ts'
import { PDF, sendFile } from '../../sheets/routes.ts'
import type { SheetThread } from '../../sheets/thread.ts'
import { PRINT_TEXT } from '../../words/print_text.ts'
import { composeIncident } from './compose.ts'
import { readClosedRoads, readZonePolygons } from './store.ts'
import { subjectOf } from './subject.ts'

interface Parts {
  readonly database: Database
  readonly network: NetworkThread
  readonly limits: LayerLimits
  readonly thread: SheetThread
  readonly approvalNumber: string | undefined
}

/** The answer about an incident on a sheet, for exactly the eyes of who asks. */
export function incidentSheetRoutes(app: FastifyInstance, { database, network, limits, thread, approvalNumber }: Parts): void {
  app.get('/api/emergency/incident/sheet', { config: { right: 'map.read' } }, async (request, reply) => {
    const parameters = readParameters(request, [...INCIDENT_PARAMETERS, 'lang'])
    const language = readLanguage(request, parameters.lang)
    const answer = await askIncident(database, network, limits, readIncidentQuestion(parameters), visitorOf(request))
    const [zones, closures] = await Promise.all([
      readZonePolygons(
        database,
        answer.within.hazard_zones.map(({ id }) => id),
      ),
      readClosedRoads(
        database,
        answer.closures.map(({ id }) => id),
        answer.position,
      ),
    ])
    const subject = subjectOf(answer, { zones, closures }, language)
    const incident = await composeIncident(database, subject, language, approvalNumber)
    const name = PRINT_TEXT[language].incidentFile(subject.place.name, chineseDay())
    return sendFile(reply, await thread.make({ incident }), PDF, { language }, `${name}.pdf`)
  })
}
