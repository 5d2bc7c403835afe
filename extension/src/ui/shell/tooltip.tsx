import { useEffect, useRef, useState } from 'preact/hooks'

const ID = 'tooltip'
const MARGIN = 6

interface ShownTooltip {
  target: HTMLElement
  text: string
}

/** Explains any element with `data-tooltip`, on hover and on focus. Escape hides it; the pointer may move over it. */
export function Tooltip() {
  const [shown, setShown] = useState<ShownTooltip>()
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const onPoint = (event: Event) => {
      const target = (event.target as Element | null)?.closest?.<HTMLElement>(`[data-tooltip], #${ID}`)
      if (target?.id === ID) return
      const text = target?.dataset.tooltip
      setShown(target && text ? { target, text } : undefined)
    }
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && setShown(undefined)
    const hide = () => setShown(undefined)
    document.addEventListener('mouseover', onPoint)
    document.addEventListener('focusin', onPoint)
    document.addEventListener('keydown', onKey, true)
    document.addEventListener('scroll', hide, true)
    return () => {
      document.removeEventListener('mouseover', onPoint)
      document.removeEventListener('focusin', onPoint)
      document.removeEventListener('keydown', onKey, true)
      document.removeEventListener('scroll', hide, true)
    }
  }, [])
  useEffect(() => {
    if (!shown || !element.current) return
    position(element.current, shown.target)
    shown.target.setAttribute('aria-describedby', ID)
    return () => shown.target.removeAttribute('aria-describedby')
  }, [shown])
  if (!shown) return null
  return (
    <div id={ID} class="tooltip" role="tooltip" ref={element}>
      {shown.text}
    </div>
  )
}

/** Below its target, or above it if there is no space, and always inside the window. */
function position(tooltip: HTMLElement, target: HTMLElement): void {
  const at = target.getBoundingClientRect()
  const { width, height } = tooltip.getBoundingClientRect()
  const below = at.bottom + MARGIN + height <= innerHeight
  tooltip.style.top = `${below ? at.bottom + MARGIN : Math.max(MARGIN, at.top - MARGIN - height)}px`
  tooltip.style.left = `${Math.max(MARGIN, Math.min(at.left, innerWidth - width - MARGIN))}px`
}
