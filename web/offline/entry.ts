/** What the outbox holds, as the browser's database keeps it. */
export interface Entry<Body = unknown, Progress = unknown> {
  /** The identifier under which the server tells it from another, however often it arrives. */
  readonly id: string
  readonly kind: 'damage_report' | 'field_mark' | 'road_closure' | 'case_report' | 'case_step' | 'river_patrol'
  /** Whose it is: somebody else on the same device neither sees nor sends it. */
  readonly account: number
  /** By this device's clock, ISO 8601. */
  readonly noted_at: string
  readonly body: Body
  /** Photos and the like; let go of as soon as they have arrived. */
  readonly files: readonly OutboxFile[]
  readonly state: 'waiting' | 'sent' | 'refused'
  /** What its sender wants to know when it tries again. */
  readonly progress: Progress | null
  /** Why it still waits, or was refused. */
  readonly reason: Reason | null
  readonly changed_at: string
}

export interface OutboxFile {
  readonly photo: Blob
  readonly small: Blob
}

export interface Reason {
  readonly code: string
  /** The server's sentence, where it gave one. */
  readonly detail: string | null
}
