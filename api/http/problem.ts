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

  constructor(status: ProblemStatus, code: Code, { field }: { field?: string | undefined } = {}, ...details: Details<Code>) {
    super(code)
    this.status = status
    this.code = code
    this.field = field
    this.details = details
  }
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
export function problemDocument({ status, code, field, details }: Problem, language: Language): ProblemDocument {
  const words = WORDS[language]
  const say = words.problems[code] as (...details: unknown[]) => string
  return {
    type: `urn:jiangli:problem:${code}`,
    title: words.titles[status],
    status,
    detail: say(...details),
    code,
    ...(field === undefined ? {} : { field }),
  }
}

/** The refusal of a layer that the catalogue doesn't have. */
export const layerProblem = (id: string): Problem =>
  new Problem(404, 'unknown_layer', {}, { layer: id.slice(0, 100), known: LAYERS.map((layer) => layer.id).join(', ') })
