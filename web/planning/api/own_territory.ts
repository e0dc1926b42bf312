import { useWorker } from '../../access/session.ts'

/** The area that the account works in, where it is one town or community: most plans are about that. */
export function useOwnTerritory(): string | null {
  const territories = useWorker((worker) => worker.rights['plans.write']) ?? []
  const [only] = territories
  return territories.length === 1 && only !== '' && only!.length > 6 ? only! : null
}
