/** An answer that is not the one hoped for. `detail` is a sentence in the user's language where the server wrote one. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly detail: string | undefined
  /** The member of the request at fault. */
  readonly field: string | undefined
  /** Everything else that the answer says: `rows` that are refused, the `current` state of what somebody else has changed. */
  readonly members: Readonly<Record<string, unknown>>

  constructor(status: number, code: string, detail?: string, field?: string, members: Readonly<Record<string, unknown>> = {}) {
    super(detail ?? code)
    this.name = 'Problem'
    this.status = status
    this.code = code
    this.detail = detail
    this.field = field
    this.members = members
  }
}

/** RFC 9457 where the server speaks it; a proxy in between may answer with anything. */
export async function readProblem(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => undefined)
  const members = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>
  const { code, detail, field } = members
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
  return new Problem(response.status, text(code) ?? 'http', text(detail), text(field), members)
}
