// Are the installed packages the ones that package-lock.json asks for? Plain JavaScript: read before anything is installed.
//
// npm records what it really installed in node_modules/.package-lock.json, as the last thing it does. Comparing the two package
// by package rather than by date or hash leaves a developer's `npm install` and a copied node_modules alone when they are right.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Why the packages under `home` need installing, as the beginning of a sentence; undefined when they do not. */
export function staleReason(home) {
  const wanted = packagesIn(join(home, 'package-lock.json'))
  if (!wanted) return undefined
  const installed = packagesIn(join(home, 'node_modules', '.package-lock.json'))
  if (!installed) return 'The packages are not installed yet, or not completely'
  if (Object.values(installed).some((entry) => !fitsThisMachine(entry)))
    return 'The packages were installed for another kind of machine'
  const differs = (name) => !same(wanted[name], installed[name])
  // What is optional need not be there: most of it is for other processors and systems.
  const required = Object.keys(wanted).filter((name) => name !== '' && (!wanted[name].optional || installed[name]))
  return [...required, ...Object.keys(installed)].some(differs) ? 'The packages are not those of package-lock.json' : undefined
}

function packagesIn(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages
  } catch {
    return undefined
  }
}

function same(wanted, installed) {
  return wanted?.version === installed?.version && wanted?.integrity === installed?.integrity
}

function fitsThisMachine({ os, cpu }) {
  return allows(os, process.platform) && allows(cpu, process.arch)
}

/** npm's lists name what is allowed, or with a "!" what is not. */
function allows(list, value) {
  if (!list || list.includes('any')) return true
  return list.some((item) => item.startsWith('!')) ? !list.includes(`!${value}`) : list.includes(value)
}
