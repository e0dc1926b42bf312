import { type Browser, chromium } from 'playwright-core'
import { findChromium } from './tools.ts'

const ARGUMENTS = [
  // Chromium's sandbox does not work as root, nor in most containers. Only our own pages are opened.
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  // Where there is only software, the processor paints a page faster than WebGL's stand-in does.
  '--disable-gpu-compositing',
  '--disable-gpu-rasterization',
  // Nothing but what the page itself asks for may go out.
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export async function launchBrowser(): Promise<Browser> {
  const executablePath = await findChromium()
  if (!executablePath) throw new Error('No Chromium was found on this machine.')
  return chromium.launch({ executablePath, args: ARGUMENTS })
}
