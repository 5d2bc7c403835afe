import { useEffect, useRef, useState } from 'preact/hooks'

const ID = 'tooltip'
const MARGIN = 6

interface Shown {
  target: HTMLElement
  text: string
}

/**
 * One explanation for whatever carries `data-tooltip`, on hover and on focus alike. Escape takes it away, and the pointer may
 * rest on it.
 */
export function Tooltip() {
  const [shown, setShown] = useState<Shown>()
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const over = (event: Event) => {
      const target = (event.target as Element | null)?.closest?.<HTMLElement>(`[data-tooltip], #${ID}`)
      if (target?.id === ID) return
      const text = target?.dataset.tooltip
      setShown(target && text ? { target, text } : undefined)
    }
    const leave = (event: KeyboardEvent) => event.key === 'Escape' && setShown(undefined)
    const away = () => setShown(undefined)
    document.addEventListener('mouseover', over)
    document.addEventListener('focusin', over)
    document.addEventListener('keydown', leave, true)
    document.addEventListener('scroll', away, true)
    return () => {
      document.removeEventListener('mouseover', over)
      document.removeEventListener('focusin', over)
      document.removeEventListener('keydown', leave, true)
      document.removeEventListener('scroll', away, true)
    }
  }, [])
  useEffect(() => {
    if (!shown || !element.current) return
    place(element.current, shown.target)
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

/** Under its target, or above where there is no room, and always inside the window. */
function place(tip: HTMLElement, target: HTMLElement): void {
  const at = target.getBoundingClientRect()
  const { width, height } = tip.getBoundingClientRect()
  const below = at.bottom + MARGIN + height <= innerHeight
  tip.style.top = `${below ? at.bottom + MARGIN : Math.max(MARGIN, at.top - MARGIN - height)}px`
  tip.style.left = `${Math.max(MARGIN, Math.min(at.left, innerWidth - width - MARGIN))}px`
}
