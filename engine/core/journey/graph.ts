/** Strongly connected components with more than one node, or with an edge onto itself (Tarjan, without recursion). */
export function cycles(count: number, next: (node: number) => readonly number[]): number[][] {
  const index = new Int32Array(count).fill(-1)
  const low = new Int32Array(count)
  const onStack = new Uint8Array(count)
  const stack: number[] = []
  const found: number[][] = []
  let counter = 0
  for (let root = 0; root < count; root++) {
    if (index[root] !== -1) continue
    const calls: { node: number; edge: number }[] = [{ node: root, edge: 0 }]
    while (calls.length > 0) {
      const call = calls[calls.length - 1] as { node: number; edge: number } // the loop's condition
      const { node } = call
      if (call.edge === 0) {
        index[node] = low[node] = counter++
        stack.push(node)
        onStack[node] = 1
      }
      const targets = next(node)
      let descended = false
      while (call.edge < targets.length) {
        const target = targets[call.edge++] as number // within length
        if (index[target] === -1) {
          calls.push({ node: target, edge: 0 })
          descended = true
          break
        }
        if (onStack[target]) low[node] = Math.min(low[node] ?? 0, index[target] ?? 0)
      }
      if (descended) continue
      calls.pop()
      const parent = calls[calls.length - 1]
      if (parent) low[parent.node] = Math.min(low[parent.node] ?? 0, low[node] ?? 0)
      if (low[node] !== index[node]) continue
      const component: number[] = []
      for (let member = -1; member !== node; ) {
        member = stack.pop() as number // a component's root is on the stack below its members
        onStack[member] = 0
        component.push(member)
      }
      if (component.length > 1 || targets.includes(node)) found.push(component)
    }
  }
  return found
}

/** Nodes in an order in which every edge goes forward, back edges aside: reverse post-order of a depth-first walk. */
export function walkingOrder(
  count: number,
  roots: readonly number[],
  next: (node: number) => readonly number[],
): number[] {
  const seen = new Uint8Array(count)
  const order: number[] = []
  const visit = (root: number) => {
    if (seen[root]) return
    seen[root] = 1
    const calls = [{ node: root, left: [...next(root)] }]
    for (let call = calls.at(-1); call; call = calls.at(-1)) {
      const target = call.left.pop()
      if (target === undefined) {
        order.push(call.node)
        calls.pop()
      } else if (!seen[target]) {
        seen[target] = 1
        calls.push({ node: target, left: [...next(target)] })
      }
    }
  }
  const unrooted = Array.from({ length: count }, (_, node) => node)
  for (const root of [...roots].reverse()) visit(root)
  for (const node of unrooted) visit(node)
  return order.reverse()
}
