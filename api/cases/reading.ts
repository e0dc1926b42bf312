/** What comes in about cases. */
import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { STEP_ACTIONS, STEPS, type StepAction } from '#geodata/cases/flow.ts'
import { BANKS, type Bank, CASE_SOURCES, type CaseSource } from '#geodata/cases/records.ts'
import { MOST_PHOTOS } from '#geodata/damage/grades.ts'
import { findLayer } from '#geodata/layers/index.ts'
import {
  type Body,
  invalid,
  isGiven,
  readBody,
  readChoice,
  readInteger,
  readMoment,
  readNumber,
  readOptionalString,
  readProse,
  readString,
  readUuid,
} from '../http/body.ts'
import { Problem } from '../http/problem.ts'

const MOST_METRES = 100_000
const MOST_ID = 2 ** 31 - 1
const MOST_TEXT = 2000

export interface CaseGiven {
  readonly client_id: string
  readonly kind: string
  readonly source: CaseSource
  readonly longitude: number
  readonly latitude: number
  readonly accuracy_m: number | null
  readonly layer: string | null
  readonly object_id: number | null
  readonly segment_id: number | null
  readonly bank: Bank | null
  readonly text: string | null
  readonly place: string | null
  readonly photos: number
  readonly noted_at: string
  readonly sent_at: string | null
  /** Of all but when it was sent: the same case has the same, however often it is sent. */
  readonly digest: string
}

const CASE_MEMBERS = [
  'client_id',
  'kind',
  'source',
  'longitude',
  'latitude',
  'accuracy_m',
  'layer',
  'object_id',
  'segment_id',
  'bank',
  'text',
  'place',
  'photos',
  'noted_at',
  'sent_at',
]

export function readCase(request: FastifyRequest): CaseGiven {
  const body = readBody(request, CASE_MEMBERS)
  const given = {
    client_id: readUuid(body, 'client_id'),
    kind: readString(body, 'kind', 20),
    source: readChoice(body, 'source', CASE_SOURCES),
    longitude: readNumber(body, 'longitude', -180, 180),
    latitude: readNumber(body, 'latitude', -90, 90),
    accuracy_m: isGiven(body, 'accuracy_m') ? readNumber(body, 'accuracy_m', 0, MOST_METRES) : null,
    ...readObject(body),
    segment_id: id(body, 'segment_id'),
    bank: isGiven(body, 'bank') ? readChoice(body, 'bank', BANKS) : null,
    text: readProse(body, 'text', MOST_TEXT),
    place: readOptionalString(body, 'place', 200),
    photos: isGiven(body, 'photos') ? readInteger(body, 'photos', 0, MOST_PHOTOS) : 0,
    noted_at: readMoment(body, 'noted_at'),
  }
  const digest = createHash('sha256').update(JSON.stringify(given)).digest('hex')
  return { ...given, sent_at: isGiven(body, 'sent_at') ? readMoment(body, 'sent_at') : null, digest }
}

function readObject(body: Body): Pick<CaseGiven, 'layer' | 'object_id'> {
  if (isGiven(body, 'layer') !== isGiven(body, 'object_id')) throw invalid(isGiven(body, 'layer') ? 'object_id' : 'layer')
  if (!isGiven(body, 'layer')) return { layer: null, object_id: null }
  const layer = readString(body, 'layer', 50)
  if (!findLayer(layer)) throw invalid('layer')
  return { layer, object_id: readInteger(body, 'object_id', 1, MOST_ID) }
}

const id = (body: Body, name: string): number | null => (isGiven(body, name) ? readInteger(body, name, 1, MOST_ID) : null)

export interface StepGiven {
  readonly action: StepAction
  readonly client_id: string | null
  readonly text: string | null
  readonly organisation_id: number | null
  readonly handler_id: number | null
  readonly until: string | null
  readonly merged_into: number | null
}

/** A step with all that it needs and nothing that it does not. */
export function readStep(request: FastifyRequest): StepGiven {
  const body = readBody(request, ['action', 'client_id', 'text', 'organisation_id', 'handler_id', 'until', 'merged_into'])
  const action = readChoice(body, 'action', STEP_ACTIONS)
  const needs: readonly string[] = STEPS[action].needs
  const given = {
    action,
    client_id: isGiven(body, 'client_id') ? readUuid(body, 'client_id') : null,
    text: readProse(body, 'text', MOST_TEXT),
    organisation_id: id(body, 'organisation_id'),
    handler_id: id(body, 'handler_id'),
    until: isGiven(body, 'until') ? readMoment(body, 'until') : null,
    merged_into: id(body, 'merged_into'),
  }
  if (needs.includes('text') && given.text === null) throw new Problem(422, 'step_reason_missing', { field: 'text' })
  const hasHandler = given.organisation_id !== null || given.handler_id !== null
  if (needs.includes('handler') !== hasHandler) throw invalid('organisation_id')
  if (needs.includes('until') !== (given.until !== null)) throw invalid('until')
  if (needs.includes('merged_into') !== (given.merged_into !== null)) throw invalid('merged_into')
  return given
}
