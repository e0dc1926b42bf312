import type { Problem } from './problem.ts'

/** What requests must know of who is signed in; `access/session.ts` keeps it up. */
export const door: {
  /** Goes with every write, so that no other page can make the browser send one. */
  csrfToken: string | null
  /**
   * Whether a refused request may be sent again: resolves to true when somebody has signed in anew. Until then it waits, so that
   * a session that ends in the middle of work loses none of it.
   */
  opensAfter: (problem: Problem) => Promise<boolean>
} = { csrfToken: null, opensAfter: async () => false }
