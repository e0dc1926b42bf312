import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import type { ImportLine } from './import-lines.ts'

/** The rooms of the house, and whom each may import. The table in the architecture, for a machine to read. */
const MAY_IMPORT = {
  geodata: ['geodata'],
  tiles: ['geodata', 'tiles'],
  api: ['geodata', 'tiles', 'api'],
  web: ['geodata', 'web'],
  scripts: ['geodata', 'tiles', 'api', 'scripts'],
  tests: ['geodata', 'tiles', 'api', 'web', 'scripts', 'tests'],
} as const satisfies Record<string, readonly string[]>

type Room = keyof typeof MAY_IMPORT

export const ROOMS = Object.keys(MAY_IMPORT) as Room[]

/** Reached from other rooms by `#name/…` of package.json, never by a path. */
const NAMED: readonly Room[] = ['geodata', 'tiles', 'api']

/** Kept out of the browser: they are big, or made for files and not for screens. */
const NOT_FOR_WEB = ['geodata/formats/', 'geodata/county/']

/** These run in a browser too, where Node's modules do not exist. */
const WITHOUT_NODE: readonly Room[] = ['geodata', 'web']

/** Why this import is not allowed, with file and line; undefined when it is. */
export function fault(line: ImportLine): string | undefined {
  const reason = reasonAgainst(line)
  return reason && `${line.file}:${line.line} imports '${line.source}': ${reason}`
}

function reasonAgainst(line: ImportLine): string | undefined {
  const room = roomOf(line.file)
  if (!room) return undefined
  const target = targetOf(line)
  if (target === undefined) return packageReason(line, room)
  const other = roomOf(target)
  if (target.startsWith('..')) return 'this lies outside the repository'
  if (!other) return undefined
  return permissionReason(line, room, other, target) ?? spellingReason(line, room, other, target)
}

function packageReason({ source, file }: ImportLine, room: Room): string | undefined {
  const isConfiguration = /\.config\.\w+$/.test(file)
  return isBuiltin(source) && WITHOUT_NODE.includes(room) && !isConfiguration
    ? `${room} also runs in a browser, without Node's modules`
    : undefined
}

function permissionReason(line: ImportLine, room: Room, other: Room, target: string): string | undefined {
  if (room === 'web' && NOT_FOR_WEB.some((folder) => target.startsWith(folder))) return 'this is not for the browser'
  if (room === 'web' && other === 'api') return line.typeOnly ? undefined : 'web may only `import type` from api'
  const allowed: readonly Room[] = MAY_IMPORT[room]
  return allowed.includes(other) ? undefined : `${room} may not import ${other}, only ${allowed.join(', ')}`
}

function spellingReason({ source }: ImportLine, room: Room, other: Room, target: string): string | undefined {
  if (room === other) return source.startsWith('#') ? `inside ${room}, write a relative path` : undefined
  return NAMED.includes(other) && !source.startsWith('#') ? `from another room, write '#${target}'` : undefined
}

/** The file meant, from the top of the repository; undefined for a package. */
function targetOf({ file, source }: ImportLine): string | undefined {
  const [path = ''] = source.split('?')
  if (path.startsWith('#')) return path.slice(1)
  return path.startsWith('.') ? posix.normalize(posix.join(posix.dirname(file), path)) : undefined
}

function roomOf(path: string): Room | undefined {
  const first = path.includes('/') ? path.slice(0, path.indexOf('/')) : path
  return ROOMS.find((room) => room === first)
}
