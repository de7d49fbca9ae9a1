/** Keeps what was made for an id until one of its inputs is another: what React has seen before is not drawn again. */
export class Kept<T> {
  readonly #things = new Map<string, { readonly inputs: readonly unknown[]; readonly thing: T }>()

  get(id: string, inputs: readonly unknown[], make: () => T): T {
    const known = this.#things.get(id)
    if (
      known &&
      known.inputs.length === inputs.length &&
      known.inputs.every((input, i) => Object.is(input, inputs[i]))
    ) {
      return known.thing
    }
    const thing = make()
    this.#things.set(id, { inputs, thing })
    return thing
  }
}
