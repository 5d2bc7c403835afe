import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** A part that is loaded when it is first shown: what a popup begins with stays small. */
export function lazy<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let loaded: ComponentType<P> | undefined
  return function Later(props: P) {
    const [Part, setPart] = useState<ComponentType<P> | undefined>(() => loaded)
    useEffect(() => {
      if (Part) return
      load().then((part) => {
        loaded = part
        setPart(() => part)
      })
    }, [])
    return Part ? <Part {...props} /> : null
  }
}
