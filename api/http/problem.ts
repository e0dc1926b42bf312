import { LAYERS } from '#geodata/layers/index.ts'
import { type Language, WORDS, type Words } from '../words/index.ts'

export type ProblemCode = keyof Words['problems']
type ProblemStatus = keyof Words['titles']
type Details<Code extends ProblemCode> = Parameters<Words['problems'][Code]>

/** A refusal. Thrown anywhere in a request; the error handler turns it into a problem document (RFC 9457). */
export class Problem<Code extends ProblemCode = ProblemCode> extends Error {
  override readonly name = 'Problem'
  readonly status: ProblemStatus
  readonly code: Code
  /** The parameter at fault. */
  readonly field: string | undefined
  readonly details: Details<Code>
  /** What else the document says: the rows at fault, the present state of what was to be changed. */
  readonly members: Members | undefined

  constructor(
    status: ProblemStatus,
    code: Code,
    { field, members }: { field?: string | undefined; members?: Members | undefined } = {},
    ...details: Details<Code>
  ) {
    super(code)
    this.status = status
    this.code = code
    this.field = field
    this.members = members
    this.details = details
  }
}

type Members = (language: Language) => Readonly<Record<string, unknown>>

/** Why one row of many is refused, before it is known who reads it. */
export interface Fault<Code extends ProblemCode = ProblemCode> {
  readonly code: Code
  readonly details: Details<Code>
}

export const fault = <Code extends ProblemCode>(code: Code, ...details: Details<Code>): Fault =>
  ({ code, details }) as unknown as Fault

/** The sentence of a code in the reader's language. */
export function sayFault({ code, details }: Fault, language: Language): string {
  const say = WORDS[language].problems[code] as (...details: unknown[]) => string
  return say(...details)
}

export interface ProblemDocument {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: ProblemCode
  readonly field?: string
}

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8'

/** The document in the reader's language. `type` names the code and needs no server to be reached. */
export function problemDocument({ status, code, field, details, members }: Problem, language: Language): ProblemDocument {
  return {
    type: `urn:jiangli:problem:${code}`,
    title: WORDS[language].titles[status],
    status,
    detail: sayFault({ code, details }, language),
    code,
    ...(field === undefined ? {} : { field }),
    ...members?.(language),
  }
}

/** The refusal of a layer that the catalogue doesn't have. */
export const layerProblem = (id: string): Problem =>
  new Problem(404, 'unknown_layer', {}, { layer: id.slice(0, 100), known: LAYERS.map((layer) => layer.id).join(', ') })
