/** A queue that always gives the item with the smallest key; equal keys in the order in which they came. */
export class Heap<T> {
  private readonly items: { key: number; order: number; item: T }[] = []
  private count = 0

  push(key: number, item: T): void {
    const { items } = this
    items.push({ key, order: this.count++, item })
    for (let i = items.length - 1; i > 0; ) {
      const parent = (i - 1) >> 1
      if (!this.before(i, parent)) return
      this.swap(i, parent)
      i = parent
    }
  }

  pop(): { key: number; item: T } | undefined {
    const { items } = this
    const first = items[0]
    const last = items.pop()
    if (!first || !last || items.length === 0) return first
    items[0] = last
    for (let i = 0; ; ) {
      const [left, right] = [2 * i + 1, 2 * i + 2]
      let least = i
      if (left < items.length && this.before(left, least)) least = left
      if (right < items.length && this.before(right, least)) least = right
      if (least === i) return first
      this.swap(i, least)
      i = least
    }
  }

  private before(i: number, j: number): boolean {
    const [a, b] = [this.items[i]!, this.items[j]!]
    return a.key < b.key || (a.key === b.key && a.order < b.order)
  }

  private swap(i: number, j: number): void {
    ;[this.items[i], this.items[j]] = [this.items[j]!, this.items[i]!]
  }
}
