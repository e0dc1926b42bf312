/** Where a text stops being JSON. `JSON.parse` says that it does, but from Node 20 on not always where. */

const SPACE = /[ \t\n\r]*/y
const SCALAR =
  /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

/** What may come next: a value, a value or the end of the list, a key, a key or the end of the object, a colon, a comma or an end. */
type Expected = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'comma'

/** The position of the first character that can't stand there; the text's length where it ends too early or is JSON. */
export function jsonFault(text: string): number {
  const open: string[] = []
  let expected: Expected = 'value'
  let at = skip(SPACE, text, 0)
  while (at < text.length) {
    const character = text[at]!
    const closes = expected === 'comma' || expected === (open.at(-1) === '{' ? 'first key' : 'first value')
    if ((character === '}' || character === ']') && closes && open.at(-1) === (character === '}' ? '{' : '[')) {
      open.pop()
      expected = 'comma'
      at++
    } else if (expected === 'comma') {
      if (character !== ',' || open.length === 0) return at
      expected = open.at(-1) === '{' ? 'key' : 'value'
      at++
    } else if (expected === 'colon') {
      if (character !== ':') return at
      expected = 'value'
      at++
    } else {
      const isKey: boolean = expected === 'key' || expected === 'first key'
      if (!isKey && (character === '{' || character === '[')) {
        open.push(character)
        expected = character === '{' ? 'first key' : 'first value'
        at++
      } else {
        const end = isKey && character !== '"' ? at : skip(SCALAR, text, at)
        // A string that nobody closes is a text that ends too early.
        if (end === at) return character === '"' && !text.includes('"', at + 1) ? text.length : at
        expected = isKey ? 'colon' : 'comma'
        at = end
      }
    }
    at = skip(SPACE, text, at)
  }
  return text.length
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}
