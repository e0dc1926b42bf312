import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Every file of a folder with the digest of what it holds. */
export async function digestOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const digests = files.map(
    async (file) =>
      [
        file.slice(folder.length + 1),
        createHash('sha1')
          .update(await readFile(file))
          .digest('hex'),
      ] as const,
  )
  return Object.fromEntries((await Promise.all(digests)).sort(([one], [other]) => (one < other ? -1 : 1)))
}
