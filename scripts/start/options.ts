import type { DatabaseLocation } from '#api/database/open.ts'
import { DEMO_NAMES, type DemoName } from '#api/demo/orders.ts'
import { databaseLocation } from '../database/location.ts'

export interface StartOptions {
  readonly port: number
  readonly host: string
  readonly database: DatabaseLocation
  readonly demo: DemoName | 'no'
  readonly baseMap:
    | { readonly source: string; readonly token: string | undefined; readonly attribution: string | undefined }
    | undefined
  readonly approvalNumber: string | undefined
  readonly trustProxy: string | undefined
  readonly logLevel: string
  readonly tileCacheMegabytes: number
}

export class OptionError extends Error {
  override readonly name = 'OptionError'
  readonly option: string
  readonly rule: 'port_rule' | 'megabytes_rule' | 'demo_rule' | 'log_rule'

  constructor(option: string, rule: OptionError['rule']) {
    super(`${option}: ${rule}`)
    this.option = option
    this.rule = rule
  }
}

/** Reads the options from the environment; the README lists them. Throws an OptionError. */
export function readOptions(environment: NodeJS.ProcessEnv): StartOptions {
  const set = (name: string) => environment[name]?.trim() || undefined
  const database = databaseLocation(environment)
  const source = set('JIANGLI_BASE_MAP')
  return {
    port: readPort(set('PORT') ?? '8080'),
    host: set('HOST') ?? '127.0.0.1',
    database,
    // The demo never enters a server's database unasked.
    demo: readDemo(set('JIANGLI_DEMO') ?? ('url' in database ? 'no' : 'county')),
    baseMap: source
      ? { source, token: set('JIANGLI_BASE_MAP_TOKEN'), attribution: set('JIANGLI_BASE_MAP_ATTRIBUTION') }
      : undefined,
    approvalNumber: set('JIANGLI_APPROVAL_NUMBER'),
    trustProxy: set('JIANGLI_TRUST_PROXY'),
    tileCacheMegabytes: readMegabytes(set('JIANGLI_TILE_CACHE_MB') ?? '256'),
    logLevel: readLogLevel(set('JIANGLI_LOG') ?? 'warn'),
  }
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0
  if (port < 1 || port > 65535) throw new OptionError('PORT', 'port_rule')
  return port
}

/** Levels of pino, from silent to talkative. */
const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']

function readLogLevel(text: string): string {
  if (!LOG_LEVELS.includes(text)) throw new OptionError('JIANGLI_LOG', 'log_rule')
  return text
}

function readMegabytes(text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new OptionError('JIANGLI_TILE_CACHE_MB', 'megabytes_rule')
  return Number(text)
}

function readDemo(text: string): DemoName | 'no' {
  if (text !== 'no' && !DEMO_NAMES.some((name) => name === text)) throw new OptionError('JIANGLI_DEMO', 'demo_rule')
  return text as DemoName | 'no'
}
