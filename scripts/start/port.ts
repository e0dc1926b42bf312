import { createServer } from 'node:net'

/** Rejects, as listening itself would, when the address can't be listened on. */
export function refuseTakenPort({ host, port }: { readonly host: string; readonly port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ host, port }, () => server.close(() => resolve()))
  })
}
