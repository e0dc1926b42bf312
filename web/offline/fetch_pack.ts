import { unzip } from 'fflate'
import type { PackManifest } from '#geodata/pack/pack.ts'
import { sendJson } from '../api/client.ts'
import { Problem, readProblem } from '../api/problem.ts'
import { PACK_CHANGED } from './messages.ts'
import { dropPack, KeptPack, keepPack, PackError } from './pack_store.ts'

export type OfferedPack = PackManifest & { readonly bytes: number }

export const makePack = (territory_code: string): Promise<OfferedPack> =>
  sendJson<OfferedPack>('POST', '/api/packs', { body: { territory_code } })

/**
 * Fetches a pack and keeps it.
 * @param progress hears how many bytes have come
 * Throws a PackError, or a Problem; what was kept before stays then.
 */
export async function fetchPack(
  offered: OfferedPack,
  progress: (bytes: number) => void,
  signal: AbortSignal,
): Promise<PackManifest> {
  const packed = await download(`/api/packs/${offered.id}`, offered.bytes, progress, signal)
  const files = await unpack(packed)
  const manifest = await keepPack(files)
  // Without it, a browser short of room may throw the pack away.
  await navigator.storage?.persist?.()
  tellWorker()
  return manifest
}

export async function forgetPack(): Promise<void> {
  await dropPack()
  tellWorker()
}

/** A pack holds what one account may see: whoever else signs in on the same device does not find it. */
export async function forgetOthersPack(account: number): Promise<void> {
  const kept = await KeptPack.open()
  if (kept && kept.manifest.account.id !== account) await forgetPack()
}

const tellWorker = () => navigator.serviceWorker?.controller?.postMessage(PACK_CHANGED)

async function download(path: string, size: number, progress: (bytes: number) => void, signal: AbortSignal): Promise<Uint8Array> {
  const bytes = new Uint8Array(size)
  let at = 0
  try {
    const response = await fetch(path, { signal })
    if (!response.ok) throw await readProblem(response)
    const reader = response.body!.getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      if (at + value.length > size) throw new PackError('pack_damaged')
      bytes.set(value, at)
      at += value.length
      progress(at)
    }
  } catch (error) {
    if (signal.aborted || error instanceof PackError || error instanceof Problem) throw error
    throw new PackError('pack_incomplete')
  }
  if (at < size) throw new PackError('pack_incomplete')
  return bytes
}

const unpack = (packed: Uint8Array): Promise<Record<string, Uint8Array>> =>
  new Promise((resolve, reject) => {
    unzip(packed, (error, files) => (error ? reject(new PackError('pack_damaged')) : resolve(files)))
  })
