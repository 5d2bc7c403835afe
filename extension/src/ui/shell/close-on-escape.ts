/**
 * Escape closes the menu or dialog on top, and nothing else: Chromium would close the whole popup along with it. Whoever
 * uses the key for something smaller prevents its default, as a tooltip does.
 */
export function closeOnEscape(): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
    // What is opened later is further down in the document.
    const top = [...document.querySelectorAll<HTMLElement>(':modal, :popover-open')].pop()
    if (!top) return
    event.preventDefault()
    if (top instanceof HTMLDialogElement) top.close()
    else top.hidePopover()
  }
  document.addEventListener('keydown', onKey)
  return () => document.removeEventListener('keydown', onKey)
}
