import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { IS_MAC } from '../state/shortcuts.ts'

const MAC_SIGNS: Record<string, string> = { Mod: '⌘', Alt: '⌥', Shift: '⇧', Ctrl: '⌃', Command: '⌘' }

/** `Mod+K` as a keyboard has it: `⌘K` on a Mac, `Ctrl K` elsewhere. */
export function keyText(key: string, isMac = IS_MAC): string {
  const parts = key.split('+').map((part) => (part.length === 1 ? part.toUpperCase() : part))
  if (isMac) return parts.map((part) => MAC_SIGNS[part] ?? part).join('')
  return parts.map((part) => (part === 'Mod' ? 'Ctrl' : part)).join(' ')
}

/** As `aria-keyshortcuts` wants it. */
export function ariaKey(key: string | undefined, isMac = IS_MAC): string | undefined {
  return key?.replace('Mod', isMac ? 'Meta' : 'Control').replace(/\b[a-z]$/, (letter) => letter.toUpperCase())
}

/** The browser's own shortcuts by their names in the manifest, as the user has set them. */
export function useCommandKeys(): Record<string, string> {
  const [keys, setKeys] = useState<Record<string, string>>({})
  useEffect(() => {
    browser.commands
      .getAll()
      .then((all) => setKeys(Object.fromEntries(all.map(({ name = '', shortcut = '' }) => [name, shortcut]))))
  }, [])
  return keys
}

/** Does what a shortcut does, so that a choice from a list and the key cannot differ. */
export function press(key: string): void {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
}
