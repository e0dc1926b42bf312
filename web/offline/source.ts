/** Where answers come from at the moment: the server, or the pack that was taken along. */
import { create } from 'zustand'
import { type PackManifest, type PackState, packState } from '#geodata/pack/pack.ts'
import { FROM_PACK_HEADER } from './messages.ts'
import { KeptPack } from './pack_store.ts'

export interface Source {
  /** Null while the server answers. */
  readonly pack: (PackManifest & { readonly state: PackState }) | null
}

export const useSource = create<Source>(() => ({ pack: null }))

/** Every answer says whose it is. */
export function hearFrom(response: Response): void {
  const id = response.headers.get(FROM_PACK_HEADER)
  const { pack } = useSource.getState()
  if (id === null && pack !== null) useSource.setState({ pack: null })
  if (id !== null && pack?.id !== id) void take(id)
}

async function take(id: string): Promise<void> {
  const kept = await KeptPack.open()
  if (kept?.manifest.id !== id) return
  useSource.setState({ pack: { ...kept.manifest, state: packState(kept.manifest, Date.now()) } })
}
