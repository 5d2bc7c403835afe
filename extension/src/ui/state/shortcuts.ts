/** Single-key shortcuts and what they do; listed by `?`. */
export const SHORTCUTS = [
  ['j', 'next'],
  ['k', 'previous'],
  ['Enter', 'open'],
  ['s', 'save'],
  ['x', 'compare'],
  ['c', 'showCompared'],
  ['v', 'enlarge'],
  ['p', 'comparePhotos'],
  ['q', 'quantity'],
  ['/', 'filter'],
  ['?', 'help'],
] as const

/** The key that was pressed, if it is a shortcut: not while typing, in a dialog or with a modifier. */
export function plainKey(event: KeyboardEvent): string | undefined {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
  const target = event.target as Element | null
  if (target?.closest('input:not([type=checkbox]), textarea, select, [contenteditable], dialog')) return
  return event.key.length === 1 ? event.key.toLowerCase() : event.key
}
