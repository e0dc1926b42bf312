/** What the main thread and the embedded database's thread say to each other. */
export type Request = { readonly id: number } & (
  | { readonly do: 'query' | 'prepared'; readonly text: string; readonly values: readonly unknown[] }
  | { readonly do: 'script'; readonly text: string }
  | { readonly do: 'listen'; readonly channel: string }
  | { readonly do: 'close' }
)

export interface Failure {
  readonly message: string
  readonly code?: unknown
  readonly constraint?: unknown
  readonly column?: unknown
}

export type Answer =
  | { readonly ready: true }
  | { readonly id: number; readonly rows: unknown[] }
  | { readonly id: number; readonly error: Failure }
  | { readonly channel: string; readonly payload: string }
