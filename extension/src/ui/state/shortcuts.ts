/** Keys are named after what is written on them. */
export const IS_MAC = /mac/i.test(navigator.platform)

/** ⌘K, or Ctrl+K where there is no ⌘. */
export function isPaletteKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return (
    key.toLowerCase() === 'k' && (IS_MAC ? metaKey && !ctrlKey : ctrlKey && !metaKey) && !altKey && !shiftKey
  )
}

let areSingleKeysOn = true

/** WCAG 2.1.4: whoever speaks to the computer can turn off keys of one letter. */
export function setSingleKeys(on: boolean): void {
  areSingleKeysOn = on
}

/** The key that was pressed, if it is a shortcut: not while typing, in a dialog or with a modifier. */
export function plainKey(event: KeyboardEvent): string | undefined {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
  // What a list of actions presses for the user is meant.
  if (!areSingleKeysOn && event.isTrusted && event.key.length === 1) return
  const target = event.target as Element | null
  if (target?.closest('input:not([type=checkbox]), textarea, select, [contenteditable], dialog')) return
  return event.key.length === 1 ? event.key.toLowerCase() : event.key
}
