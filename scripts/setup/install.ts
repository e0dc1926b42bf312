// Installing what is missing, where that is possible without asking anybody: as root on Debian or Ubuntu.
//
// PostgreSQL's package may create and start a cluster of its own. That is the system's; tests start a private one (cluster.ts).
import { findOnPath, outputOf, run } from './processes.ts'
import { isUbuntu, serversWithoutPostgis, type ToolName } from './tools.ts'

const PREFERRED_POSTGRESQL = 15

/** Why nothing can be installed on this machine; undefined when it can. */
export function whyNotInstall(): string | undefined {
  if (!findOnPath('apt-get')) return 'packages are only installed by themselves on Debian and Ubuntu'
  if (process.getuid?.() !== 0) return 'packages are only installed by themselves when run as root'
  return undefined
}

/** Installs what stands for these tools, one after another: a package that cannot be had must not keep the others away. Tells what
 *  went wrong, if anything did. Ask afterwards which tools are there. */
export async function install(missing: readonly ToolName[]): Promise<string[]> {
  // A refresh that fails in part, for one unreachable source among several, need not matter.
  const update = await apt(['update'])
  const circumstances = {
    isUbuntu: isUbuntu(),
    hasHeadlessShell: knownPackages('^chromium-headless-shell$').length > 0,
    postgis: knownPackages('^postgresql-[0-9]+-postgis-3$'),
    withoutPostgis: serversWithoutPostgis(),
  }
  const troubles: string[] = []
  for (const tool of missing) {
    const packages = packagesFor(tool, circumstances)
    if (packages.length === 0) continue
    process.stdout.write(`Installing ${packages.join(', ')} (this may take some minutes)\n`)
    const { code, output } = await apt(['install', '-y', '--no-install-recommends', ...packages])
    if (code !== 0) troubles.push(`apt-get could not install ${packages.join(', ')}:\n${lastLines(output)}`)
  }
  if (troubles.length > 0 && update.code !== 0) troubles.unshift(`apt-get update failed:\n${lastLines(update.output)}`)
  return troubles
}

interface Circumstances {
  isUbuntu: boolean
  /** Whether apt knows Chromium without windows. */
  hasHeadlessShell: boolean
  /** All packages that apt knows of the form postgresql-NN-postgis-3. */
  postgis: readonly string[]
  /** Versions of PostgreSQL whose server is there, but without PostGIS. */
  withoutPostgis: readonly number[]
}

export function packagesFor(tool: ToolName, circumstances: Circumstances): string[] {
  switch (tool) {
    case 'postgresql':
      return postgisPackages(circumstances)
    case 'chromium':
      // Ubuntu's package is a stand-in for a snap, which cannot be installed in a container.
      if (circumstances.isUbuntu) return []
      return [circumstances.hasHeadlessShell ? 'chromium-headless-shell' : 'chromium']
    case 'headless_shell':
      return circumstances.hasHeadlessShell ? ['chromium-headless-shell'] : []
    case 'fonts':
      return ['fonts-noto-cjk', 'fontconfig']
    case 'gdal':
      return ['gdal-bin']
    case 'wrk':
      return ['wrk']
  }
}

/** PostGIS for a server that is there already; else for the version we prefer; else for the newest. */
function postgisPackages({ postgis, withoutPostgis }: Circumstances): string[] {
  const known = postgis.map((name) => Number(name.split('-')[1])).sort((a, b) => b - a)
  const version = [...withoutPostgis, PREFERRED_POSTGRESQL].find((wanted) => known.includes(wanted)) ?? known[0]
  return version === undefined ? [] : [`postgresql-${version}-postgis-3`]
}

/** Names of packages that apt knows and that match. */
function knownPackages(pattern: string): string[] {
  const lines = (outputOf('apt-cache', ['search', '--names-only', pattern]) ?? '').split('\n')
  return lines.flatMap((line) => line.split(' ')[0] || [])
}

/** Waits for another apt instead of giving up; asks no questions. */
function apt(args: string[]) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return run('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=120', '-o', 'Dpkg::Use-Pty=0', ...args], { env, quiet: true })
}

function lastLines(text: string): string {
  return text.trimEnd().split('\n').slice(-15).join('\n')
}
