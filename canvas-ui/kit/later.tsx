import { type ComponentType, createElement, useEffect, useState } from 'react'

/**
 * A part that comes as a file of its own, fetched when it first stands on the page, and draws nothing until it is there.
 * Unlike React's `lazy` it is drawn at once where its file has come before: a field in it can be given the focus.
 */
export function later<P extends object>(fetch: () => Promise<ComponentType<P>>): ComponentType<P> & { fetch(): void } {
  let part: ComponentType<P> | undefined
  const fetched = async () => {
    part = await fetch()
    return part
  }
  function Later(props: P) {
    const [Part, setPart] = useState(() => part)
    useEffect(() => {
      if (!Part) void fetched().then((found) => setPart(() => found))
    }, [Part])
    return Part ? createElement(Part, props) : null
  }
  return Object.assign(Later, { fetch: () => void fetched() })
}
