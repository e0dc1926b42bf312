import { useEffect } from 'react'
import { isTyping } from './typing.ts'

/** `J` and `K` go through a list and around its ends, wherever on the page no text is being typed. */
export function useListKeys(count: number, index: number | null, setIndex: (index: number) => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || isTyping(event.target) || count === 0) return
      const key = event.key.toLowerCase()
      if (key === 'j') setIndex(index === null ? 0 : (index + 1) % count)
      else if (key === 'k') setIndex(index === null ? count - 1 : (index + count - 1) % count)
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [count, index, setIndex])
}
