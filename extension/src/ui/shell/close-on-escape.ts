/**
 * Escape closes the menu or dialog on top, and nothing else: Chromium would close the whole popup along with it. Whoever
 * uses the key for something smaller prevents its default, as a tooltip does.
 */
export function closeOnEscape(): () => void {
  let pressed: KeyboardEvent | undefined
  const onPress = (event: KeyboardEvent) => {
    pressed = event
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
    // What is opened later is further down in the document.
    const top = [...document.querySelectorAll<HTMLElement>(':modal, :popover-open')].pop()
    if (!top) return
    event.preventDefault()
    if (top instanceof HTMLDialogElement) top.close()
    else top.hidePopover()
  }
  // Chromium 150 closes the popup also as the key goes up, whatever was done as it went down.
  const onRelease = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && pressed?.key === 'Escape' && pressed.defaultPrevented)
      event.preventDefault()
  }
  // On the way down, as some who use the key keep it from others.
  addEventListener('keydown', onPress, true)
  document.addEventListener('keydown', onKey)
  addEventListener('keyup', onRelease, true)
  return () => {
    removeEventListener('keydown', onPress, true)
    document.removeEventListener('keydown', onKey)
    removeEventListener('keyup', onRelease, true)
  }
}
