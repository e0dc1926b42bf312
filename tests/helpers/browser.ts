// A browser for tests, drawing WebGL in software: about three frames a second at 1280x800, so keep viewports small where size does
// not matter. Motion is reduced for the same reason, and two dots make one of the screen: everything is where it is, in a quarter of the work. What goes wrong in the page is collected, for tests to assert that nothing did.
import type { Browser, BrowserContext, BrowserContextOptions, Page, Request } from 'playwright-core'
import { launchBrowser } from '../../scripts/setup/browser.ts'

export { launchBrowser }

export interface Troubles {
  /** Errors of the console, and exceptions that nobody caught. */
  errors: string[]
  /** Requests without an answer, or with 400 and above. */
  failedRequests: string[]
  /** Requests to any other host than the page's: none may be made. */
  outsideRequests: string[]
}

export interface OpenedPage {
  page: Page
  context: BrowserContext
  troubles: Troubles
  close(): Promise<void>
}

export interface PageOptions extends Omit<BrowserContextOptions, 'baseURL'> {
  /** The server's address: `page.goto('/')` then opens it, and everything elsewhere is outside. */
  url: string
}

/** A page in a fresh context, without cookies or storage of any other. Nothing is opened in it yet. */
export async function openPage(browser: Browser, { url, ...options }: PageOptions): Promise<OpenedPage> {
  const defaults: BrowserContextOptions = {
    viewport: { width: 800, height: 600 },
    deviceScaleFactor: 0.5,
    locale: 'zh-CN',
    reducedMotion: 'reduce',
    // It would stand between the page and what a test does with the network; tests about it allow it.
    serviceWorkers: 'block',
  }
  const context = await browser.newContext({ ...defaults, ...options, baseURL: url })
  const troubles = collectTroubles(context, new URL(url).host)
  return { page: await context.newPage(), context, troubles, close: () => context.close() }
}

function collectTroubles(context: BrowserContext, host: string): Troubles {
  const troubles: Troubles = { errors: [], failedRequests: [], outsideRequests: [] }
  context.on('console', (message) => {
    if (message.type() === 'error') troubles.errors.push(message.text())
  })
  context.on('weberror', (error) => troubles.errors.push(String(error.error())))
  context.on('request', (request) => {
    if (isOutside(request, host)) troubles.outsideRequests.push(request.url())
  })
  context.on('response', (response) => {
    if (response.status() >= 400) troubles.failedRequests.push(`${response.status()} ${response.url()}`)
  })
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? ''
    // The page itself breaks off what it no longer wants to see, such as tiles out of view.
    if (reason !== 'net::ERR_ABORTED') troubles.failedRequests.push(`${reason} ${request.url()}`)
  })
  return troubles
}

function isOutside(request: Request, host: string): boolean {
  const { protocol, host: other } = new URL(request.url())
  return /^(https?|wss?):$/.test(protocol) && other !== host
}
