// The programs that tests and the benchmark need beyond Node's packages: are they there, and how does one get them?
import { existsSync, readFileSync } from 'node:fs'
import { findPostgres, findServers, OLDEST_POSTGRESQL } from './postgres.ts'
import { findOnPath, isProgram, outputOf } from './processes.ts'

export type ToolName = 'postgresql' | 'chromium' | 'headless_shell' | 'fonts' | 'gdal' | 'wrk'

export interface Tool {
  title: string
  /** Whether it is there: looked for anew at each call. */
  isThere: () => Promise<boolean>
  /** What somebody can do who has to install it by hand. */
  remedy: string
}

export const TOOLS: Record<ToolName, Tool> = {
  postgresql: {
    title: `PostgreSQL ${OLDEST_POSTGRESQL} or newer with PostGIS`,
    isThere: async () => findPostgres() !== undefined,
    remedy: `install the PostgreSQL server (${OLDEST_POSTGRESQL} or newer) and PostGIS 3; Debian: apt install postgresql-15-postgis-3`,
  },
  chromium: {
    title: 'Chromium',
    isThere: async () => (await findChromium()) !== undefined,
    remedy: 'install Chromium or Chrome, or run: npx playwright-core install --with-deps chromium',
  },
  headless_shell: {
    title: 'Chromium without windows',
    // Ubuntu has no such package.
    isThere: async () => isUbuntu() || findOnPath('chromium-headless-shell') !== undefined,
    remedy: 'it makes the tests quicker; Debian: apt install chromium-headless-shell',
  },
  fonts: {
    title: 'a Chinese font',
    isThere: async () => hasChineseFonts(),
    remedy: 'install a Chinese font and fontconfig; Debian: apt install fonts-noto-cjk fontconfig',
  },
  gdal: {
    title: 'ogrinfo of GDAL',
    isThere: async () => findGdal() !== undefined,
    remedy: "install GDAL's command line tools; Debian: apt install gdal-bin; macOS: brew install gdal",
  },
  wrk: {
    title: 'wrk',
    isThere: async () => findOnPath('wrk') !== undefined,
    remedy: 'install wrk, a load generator for HTTP; Debian: apt install wrk; macOS: brew install wrk',
  },
}

/** Which of these tools are missing. */
export async function missingOf(names: readonly ToolName[]): Promise<ToolName[]> {
  const there = await Promise.all(names.map((name) => TOOLS[name].isThere()))
  return names.filter((_, index) => !there[index])
}

/** A browser that really starts, rather the one without windows, which opens a page in two thirds of the time. Ubuntu's `chromium-browser` is a script that only says to install something else. */
export async function findChromium(): Promise<string | undefined> {
  const onPath = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(
    findOnPath,
  )
  const mac = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ]
  const found = [...onPath, ...mac].find((path) => path && isProgram(path) && isBrowser(path))
  return found ?? (await chromiumOfPlaywright())
}

function isBrowser(path: string): boolean {
  return /Chrom(e|ium)\D*\d+\./.test(outputOf(path, ['--version']) ?? '')
}

async function chromiumOfPlaywright(): Promise<string | undefined> {
  const { chromium } = await import('playwright-core')
  const path = chromium.executablePath()
  return path && existsSync(path) ? path : undefined
}

export function isUbuntu(): boolean {
  try {
    return /^ID(_LIKE)?=.*ubuntu/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}

export function hasChineseFonts(): boolean {
  // Not every system with Chinese fonts has fontconfig; macOS and Windows always have both fonts and no fc-list.
  if (process.platform === 'darwin' || process.platform === 'win32') return true
  return (outputOf('fc-list', [':lang=zh']) ?? '') !== ''
}

export function findGdal(): string | undefined {
  const path = findOnPath('ogrinfo')
  return path && outputOf(path, ['--version']) !== undefined ? path : undefined
}

/** The major versions of the servers that lack nothing but PostGIS. */
export function serversWithoutPostgis(): number[] {
  return findServers().flatMap((server) => (server.major >= OLDEST_POSTGRESQL && !server.hasPostgis ? [server.major] : []))
}
