import { useEffect, useRef, useState } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'

const ID = 'tooltip'
const MARGIN = 6
const KEY_DELAY_MS = 700

interface ShownTooltip {
  target: HTMLElement
  text: string
}

/** Explains any element with `data-tooltip`, on hover and on focus, and says the key of one that has no other tooltip. Escape hides it; the pointer may move over it. */
export function Tooltip() {
  const [shown, setShown] = useState<ShownTooltip>()
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const onPoint = (event: Event) => {
      const target = (event.target as Element | null)?.closest?.<HTMLElement>(
        `[data-tooltip], [aria-keyshortcuts]:not([role]), #${ID}`,
      )
      if (target?.id === ID) return
      clearTimeout(timer)
      const text = target?.dataset.tooltip
      setShown(target && text ? { target, text } : undefined)
      // A key is a hint for a hand that rests on the mouse; a screen reader says it by itself.
      const key = !text && event.type === 'mouseover' && target?.ariaKeyShortcuts
      if (key)
        timer = setTimeout(() => setShown({ target, text: texts().keyIs(key.toUpperCase()) }), KEY_DELAY_MS)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !document.getElementById(ID)) return
      // Chromium would close the popup as well.
      event.preventDefault()
      setShown(undefined)
    }
    const hide = () => {
      clearTimeout(timer)
      setShown(undefined)
    }
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
