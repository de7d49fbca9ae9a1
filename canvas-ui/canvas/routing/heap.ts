/** Values by their keys, least key first. */
export class Heap {
  readonly #keys: number[] = []
  readonly #values: number[] = []

  push(key: number, value: number): void {
    let i = this.#keys.length
    while (i > 0) {
      const parent = (i - 1) >> 1
      const above = this.#keys[parent] ?? 0
      if (above <= key) break
      this.#keys[i] = above
      this.#values[i] = this.#values[parent] ?? 0
      i = parent
    }
    this.#keys[i] = key
    this.#values[i] = value
  }

  /** The value of the least key, or -1. */
  pop(): number {
    const top = this.#values[0] ?? -1
    const key = this.#keys.pop()
    const value = this.#values.pop()
    const size = this.#keys.length
    if (size === 0 || key === undefined || value === undefined) return top
    let i = 0
    for (let child = 1; child < size; child = 2 * i + 1) {
      if (child + 1 < size && (this.#keys[child + 1] ?? 0) < (this.#keys[child] ?? 0)) child++
      if ((this.#keys[child] ?? 0) >= key) break
      this.#keys[i] = this.#keys[child] ?? 0
      this.#values[i] = this.#values[child] ?? 0
      i = child
    }
    this.#keys[i] = key
    this.#values[i] = value
    return top
  }
}
