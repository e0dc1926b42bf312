// Node 20 has no TypeScript of its own, and a worker thread doesn't inherit the loader of its parent.
import { register } from 'tsx/esm/api'

register()
await import('./worker.ts')
