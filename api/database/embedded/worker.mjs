// Node 20 has no TypeScript of its own, and a worker thread doesn't inherit the loader of its parent. PGlite is read before that loader is
// there, which would look through its megabyte for a third of a second.
import '@electric-sql/pglite'
import { register } from 'tsx/esm/api'

register()
await import('./worker.ts')
