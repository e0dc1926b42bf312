/** What comes in about patrols. */
import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { type Fix, LONGEST_TRACK_MS, MOST_FIXES, readTrack } from '#geodata/rivers/patrol/track.ts'
import { CHIEF_LEVELS, type ChiefLevel } from '#geodata/rivers/records.ts'
import { readFilterDay } from '../cases/filter.ts'
import { invalid, isGiven, readBody, readChoice, readInteger, readMoment, readProse, readUuid } from '../http/body.ts'
import { choice, flag, type Parameters, pattern, wholeNumber } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'

export interface PatrolGiven {
  readonly client_id: string
  readonly segment_id: number
  readonly level: ChiefLevel
  readonly fixes: readonly Fix[]
  /** Positions of other times than that of the patrol: left out, and told. */
  readonly strays: number
  readonly reason: string | null
  readonly remark: string | null
  readonly started_at: string
  readonly ended_at: string
  readonly sent_at: string | null
  /** Of all but when it was sent: the same patrol has the same, however often it is sent. */
  readonly digest: string
}

const MEMBERS = ['client_id', 'segment_id', 'level', 'track', 'reason', 'remark', 'started_at', 'ended_at', 'sent_at']
const MOST_LETTERS = 1000
/** A position may be a little older than the tap that begins the patrol. */
const STRAY_MS = 60_000
const HOUR_MS = 3_600_000

export function readPatrol(request: FastifyRequest): PatrolGiven {
  const body = readBody(request, MEMBERS)
  const started_at = readMoment(body, 'started_at')
  const ended_at = readMoment(body, 'ended_at')
  if (ended_at < started_at) throw invalid('ended_at')
  const time = { from: Date.parse(started_at), to: Date.parse(ended_at) }
  if (time.to - time.from > LONGEST_TRACK_MS)
    throw new Problem(422, 'patrol_track_too_long_a_time', { field: 'ended_at' }, { hours: LONGEST_TRACK_MS / HOUR_MS })
  const { fixes, strays } = readFixes(body.track, time)
  const given = {
    client_id: readUuid(body, 'client_id'),
    segment_id: readInteger(body, 'segment_id', 1, 2 ** 31 - 1),
    level: readChoice(body, 'level', CHIEF_LEVELS),
    ...{ fixes, strays, started_at, ended_at },
    reason: readProse(body, 'reason', MOST_LETTERS),
    remark: readProse(body, 'remark', MOST_LETTERS),
  }
  const digest = createHash('sha256').update(JSON.stringify(given)).digest('hex')
  return { ...given, sent_at: isGiven(body, 'sent_at') ? readMoment(body, 'sent_at') : null, digest }
}

function readFixes(track: unknown, { from, to }: { from: number; to: number }): Pick<PatrolGiven, 'fixes' | 'strays'> {
  const isStray = (item: unknown): boolean => {
    const at: unknown = Array.isArray(item) ? item[2] : undefined
    return typeof at === 'number' && (at < from - STRAY_MS || at > to + STRAY_MS)
  }
  const kept = Array.isArray(track) && track.length <= MOST_FIXES ? track.filter((item) => !isStray(item)) : track
  const read = readTrack(kept)
  const strays = Array.isArray(track) && Array.isArray(kept) ? track.length - kept.length : 0
  if (read.kind === 'track') return { fixes: read.fixes, strays }
  switch (read.reason) {
    case 'too_few_points':
      // Without a receiver there are none: nothing is proven then, but nothing is lost either.
      return { fixes: [], strays }
    case 'too_many_points':
      throw new Problem(422, 'patrol_track_too_many_points', { field: 'track' }, { maximum: MOST_FIXES })
    case 'too_long_a_time':
      throw new Problem(422, 'patrol_track_too_long_a_time', { field: 'track' }, { hours: LONGEST_TRACK_MS / HOUR_MS })
    default:
      throw new Problem(422, 'patrol_track_invalid', { field: 'track' }, { at: read.at })
  }
}

export interface PatrolFilter {
  /** The ids of segments that are asked about; null is all. */
  readonly segments: readonly number[] | null
  readonly segment: number | null
  readonly person: number | null
  /** Of whose people they are. */
  readonly organisation: number | null
  /** In which the middle of the segment lies, on the last of the days. */
  readonly grid: { readonly scheme: string; readonly code: string } | null
  /** Of whoever asks. */
  readonly mine: boolean
  /** Days on which they ended, both included. */
  readonly from: string | null
  readonly to: string | null
  readonly level: ChiefLevel | null
  readonly valid: boolean | null
}

export const PATROL_FILTER_NAMES = [
  'segment',
  'person',
  'organisation',
  'scheme',
  'grid',
  'mine',
  'from',
  'to',
  'level',
  'valid',
] as const

export const readPatrolFilter = (parameters: Parameters): Omit<PatrolFilter, 'segments'> => ({
  segment: readNumber(parameters, 'segment'),
  person: readNumber(parameters, 'person'),
  organisation: readNumber(parameters, 'organisation'),
  grid: readGrid(parameters),
  mine: flag(parameters, 'mine') ?? false,
  from: readFilterDay(parameters, 'from'),
  to: readFilterDay(parameters, 'to'),
  level: choice(parameters, 'level', CHIEF_LEVELS),
  valid: flag(parameters, 'valid'),
})

function readGrid(parameters: Parameters): PatrolFilter['grid'] {
  const code = pattern(parameters, 'grid', /^\d{15}$/)
  return code === null ? null : { code, scheme: pattern(parameters, 'scheme', /^[a-z][a-z0-9_]{0,62}$/) ?? 'governance' }
}

export function readNumber(parameters: Parameters, name: string): number | null {
  const text = parameters[name]
  if (text === undefined) return null
  const number = wholeNumber(text)
  if (number === undefined || number < 1 || number > 2 ** 31 - 1)
    throw new Problem(400, 'text_invalid', { field: name }, { name })
  return number
}
