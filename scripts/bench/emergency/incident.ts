/** From the key that drops an incident to the ranked list on the page: a real key in Chromium, on the demo county as it is built and served. */
import type { Page } from 'playwright-core'
import { DEMO_PASSWORD } from '#api/demo/accounts.ts'
import { launchBrowser } from '../../setup/browser.ts'
import { type Figures, figuresOf } from '../figures.ts'
import { say } from '../say.ts'
import { startJiangli } from '../servers.ts'

const PRESSES = 24
const ZOOM = 16
const MAP = 'section[data-ready]'
const CACHE_MB = 64
const SETTLE_MS = 400

/** @param at a place where people live, degrees */
export async function measureIncidents(databaseUrl: string, at: readonly [number, number]): Promise<Figures> {
  const server = await startJiangli(databaseUrl, CACHE_MB)
  const browser = await launchBrowser()
  try {
    say('incidents in a browser …')
    const context = await browser.newContext({
      ...{ viewport: { width: 1000, height: 640 }, reducedMotion: 'reduce', locale: 'zh-CN', serviceWorkers: 'block' },
      baseURL: server.url,
    })
    await context.request.post('/api/session', { data: { name: 'admin', password: DEMO_PASSWORD } })
    const page = await context.newPage()
    await page.goto(`/?work=emergency&at=${at.join(',')},${ZOOM}`)
    await page.locator(`${MAP}[data-ready="true"]`).waitFor({ timeout: 120_000 })
    return await pressAround(page)
  } finally {
    await browser.close()
    await server.stop()
  }
}

async function pressAround(page: Page): Promise<Figures> {
  const box = (await page.locator(MAP).boundingBox())!
  const milliseconds: number[] = []
  for (let press = 0; press <= PRESSES; press++) {
    const angle = press * 2.4
    const radius = 20 + (press * Math.min(box.width, box.height)) / (4 * PRESSES)
    await page.mouse.move(box.x + box.width / 2 + radius * Math.cos(angle), box.y + box.height / 2 + radius * Math.sin(angle))
    await page.waitForTimeout(SETTLE_MS)
    await page.evaluate(WATCH)
    await page.keyboard.press('Space')
    const measured = await page.evaluate<number>('window.listed')
    // The first fetches the panel and warms the roads up.
    if (press > 0) milliseconds.push(measured)
  }
  return figuresOf(milliseconds, milliseconds.reduce((sum, each) => sum + each, 0) / 1000)
}

/** Until the list of usable water, or that there is none, stands under another place than before. */
const WATCH = `window.listed = new Promise((resolve, reject) => {
  const place = () => document.querySelector('aside header p')?.textContent
  const before = place()
  addEventListener('keydown', ({ timeStamp }) => {
    const look = () => {
      if (document.querySelector('aside [role="alert"]')) return reject(new Error('no answer: ' + document.querySelector('aside [role="alert"]').textContent))
      if (place() === before || !document.querySelector('[aria-label="可用水源"]')) return
      observer.disconnect()
      resolve(performance.now() - timeStamp)
    }
    const observer = new MutationObserver(look)
    observer.observe(document.body, { subtree: true, childList: true, characterData: true })
  }, { once: true, capture: true })
}); 0`
