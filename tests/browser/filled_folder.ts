// The data folder that every file of these tests copies: to fill one takes some twenty seconds, to copy it less than one.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startServer } from '../helpers/server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    filledFolder: string
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'jiangli-filled-'))
  const filledFolder = join(folder, 'data')
  const server = await startServer({ dataFolder: filledFolder })
  await server.stop()
  project.provide('filledFolder', filledFolder)
  return () => rm(folder, { recursive: true, force: true })
}
