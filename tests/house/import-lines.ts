import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { parseSync, Visitor } from 'vite'

export interface ImportLine {
  /** From the top of the repository, with "/". */
  file: string
  /** Counted from 1. */
  line: number
  /** What stands between the quotes. */
  source: string
  /** Gone after compilation. `import { type A }` is not: it still loads the file. */
  typeOnly: boolean
}

type Source = { type: string; value?: unknown; start: number } | null

const CODE = /\.(ts|tsx|mts|js|jsx|mjs)$/
const NOT_OURS = new Set(['node_modules', 'dist', 'data', 'coverage'])

/** Every import of every program file in these folders of the repository at `home`. */
export function importLinesIn(home: string, folders: readonly string[]): ImportLine[] {
  const files = folders.flatMap((folder) => filesIn(join(home, folder)))
  return files.flatMap((path) => importLines(relative(home, path).split(sep).join('/'), readFileSync(path, 'utf8')))
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) || entry.name.startsWith('.') ? [] : filesIn(path)
    return CODE.test(entry.name) ? [path] : []
  })
}

/** `import`, `export … from`, `import()` with a fixed name, and `import('…').Type`. Read by a parser, so that comments and strings
 *  that look like imports are none. */
export function importLines(file: string, text: string): ImportLine[] {
  const { program, errors } = parseSync(file, text)
  if (errors[0]) throw new Error(`${file} cannot be read: ${errors[0].message}`)
  const found: ImportLine[] = []
  const add = (source: Source, typeOnly: boolean) => {
    if (source?.type !== 'Literal' || typeof source.value !== 'string') return
    found.push({ file, line: text.slice(0, source.start).split('\n').length, source: source.value, typeOnly })
  }
  const importing = (node: { source: Source; importKind?: string }) => add(node.source, node.importKind === 'type')
  const exporting = (node: { source: Source; exportKind?: string }) => add(node.source, node.exportKind === 'type')
  const dynamic = (node: { source: Source }) => add(node.source, false)
  const inType = (node: { source: Source }) => add(node.source, true)
  new Visitor({
    ImportDeclaration: importing,
    ExportNamedDeclaration: exporting,
    ExportAllDeclaration: exporting,
    ImportExpression: dynamic,
    TSImportType: inType,
  }).visit(program)
  return found
}
