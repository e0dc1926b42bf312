/** An answer that is not the one hoped for. `detail` is a sentence in the user's language where the server wrote one. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly detail: string | undefined

  constructor(status: number, code: string, detail?: string) {
    super(detail ?? code)
    this.name = 'Problem'
    this.status = status
    this.code = code
    this.detail = detail
  }
}

/** RFC 9457 where the server speaks it; a proxy in between may answer with anything. */
export async function readProblem(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => undefined)
  const { code, detail } = (typeof body === 'object' && body !== null ? body : {}) as { code?: unknown; detail?: unknown }
  return new Problem(response.status, typeof code === 'string' ? code : 'http', typeof detail === 'string' ? detail : undefined)
}
