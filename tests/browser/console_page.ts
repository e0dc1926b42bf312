// The console in a browser, on a server with the demo county: what the tests of the console share.
import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, inject } from 'vitest'
import { launchBrowser, type OpenedPage, openPage, type PageOptions } from '../helpers/browser.ts'
import { type Server, startServer } from '../helpers/server.ts'
import { signInAsAdministrator, type TestSession } from '../helpers/session.ts'

export const MAP = 'section[data-ready]'

export interface Feature {
  id: number
  geometry: { coordinates: [number, number] }
  properties: Record<string, unknown>
}

export interface Opening extends Omit<PageOptions, 'url'> {
  /** Who opens the page: the administrator, unless somebody else is named. Null is nobody, who sees no map. */
  as?: TestSession | null
}

export interface ConsoleTest {
  open: (path: string, options?: Opening) => Promise<Page>
  /** The server's address, and its administrator. */
  server: () => { url: string; administrator: TestSession }
  /** What went wrong on the pages of this test. */
  troubles: () => OpenedPage['troubles'][]
  features: (layer: string, query?: string) => Promise<Feature[]>
  /** Stores points with these properties through the running server, as `npm run import` does. */
  bringIn: (layer: string, points: readonly Pick<Feature, 'geometry' | 'properties'>[]) => Promise<void>
}

/** One server and one browser for the tests of a file, and for every test pages that are closed after it. */
export function consolePages(): ConsoleTest {
  let server: Server
  let browser: Browser
  let folder: string
  let administrator: TestSession
  let opened: OpenedPage[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jiangli-console-'))
    const dataFolder = join(folder, 'data')
    await cp(inject('filledFolder'), dataFolder, { recursive: true })
    ;[server, browser] = await Promise.all([startServer({ dataFolder }), launchBrowser()])
    administrator = await signInAsAdministrator(server)
  })
  afterEach(async () => {
    await Promise.all(opened.map(({ close }) => close()))
    opened = []
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  return {
    server: () => ({ url: server.url, administrator }),
    open: async (path, { as = administrator, ...options } = {}) => {
      const page = await openPage(browser, { url: server.url, viewport: { width: 1000, height: 640 }, ...options })
      opened.push(page)
      if (as) await page.context.addCookies([{ ...as.cookie, url: server.url }])
      await page.page.goto(path)
      if (as) await settled(page.page)
      return page.page
    },
    troubles: () => opened.map(({ troubles }) => troubles),
    features: async (layer, query = 'limit=5') => {
      const response = await fetch(`${server.url}/api/collections/${layer}/items?${query}`, { headers: administrator.headers })
      return ((await response.json()) as { features: Feature[] }).features
    },
    bringIn: async (layer, points) => {
      const file = join(folder, `${layer}-${Date.now()}.geojson`)
      const features = points.map(({ geometry, properties }) => ({
        type: 'Feature',
        geometry: { type: 'Point', ...geometry },
        properties,
      }))
      await writeFile(file, JSON.stringify({ type: 'FeatureCollection', features }))
      const env = { ...process.env, JIANGLI_DATA: join(folder, 'data') }
      await promisify(execFile)(process.execPath, ['scripts/run.mjs', 'import', file, '--layer', layer], { env })
    },
  }
}

/** Until the map shows all that it is going to show. */
export async function settled(page: Page): Promise<void> {
  await page.locator(`${MAP}[data-ready="true"][aria-busy="false"]`).waitFor({ timeout: 60_000 })
}

/** The middle of the map, where the address of the page says that it looks. */
export async function middleOfMap(page: Page): Promise<{ x: number; y: number }> {
  const box = await page.locator(MAP).boundingBox()
  if (!box) throw new Error('There is no map on the page.')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

export const addressOf = (page: Page): URLSearchParams => new URL(page.url()).searchParams

/** A part of the map as a picture, without the panels over it. */
export async function pictureOf(page: Page): Promise<string> {
  // Of several pages the browser paints the others when it has time.
  await page.bringToFront()
  await settled(page)
  const { x, y } = await middleOfMap(page)
  const picture = await page.screenshot({ clip: { x: x - 100, y: y - 100, width: 200, height: 200 } })
  return picture.toString('base64')
}

export const nothing = { errors: [], failedRequests: [], outsideRequests: [] }
