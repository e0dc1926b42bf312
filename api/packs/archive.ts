/** Files of a pack in one archive, compressed off the main thread. */
import { type AsyncZippable, zip } from 'fflate'

export const archiveOf = (files: Readonly<Record<string, Uint8Array>>): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    zip(files as AsyncZippable, { level: 6 }, (error, bytes) => (error ? reject(error) : resolve(bytes)))
  })
