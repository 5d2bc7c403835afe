import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'

interface Preloadable {
  /** Loads it before it is shown. */
  preload(): Promise<void>
}

/**
 * A component that is loaded when it is first shown, to keep the popup's first scripts small. Until then `Placeholder` is
 * shown, or nothing.
 */
export function lazy<P extends object>(
  load: () => Promise<ComponentType<P>>,
  Placeholder?: ComponentType<P>,
): ComponentType<P> & Preloadable {
  let loaded: ComponentType<P> | undefined
  const preload = async () => {
    loaded ??= await load()
  }
  function Lazy(props: P) {
    const [Component, setComponent] = useState<ComponentType<P> | undefined>(() => loaded)
    useEffect(() => {
      if (!Component) preload().then(() => setComponent(() => loaded))
    }, [])
    const Shown = Component ?? Placeholder
    return Shown ? <Shown {...props} /> : null
  }
  return Object.assign(Lazy, { preload })
}
