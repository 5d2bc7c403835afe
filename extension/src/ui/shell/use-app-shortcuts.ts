import { useEffect } from 'preact/hooks'
import type { Route } from '../state/route.ts'
import { plainKey } from '../state/shortcuts.ts'

/** The keys that work everywhere in the app. */
export function useAppShortcuts({
  navigate,
  onHelp,
}: {
  navigate(route: Route): void
  onHelp(): void
}): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = {
        c: () => navigate('compare'),
        '?': onHelp,
        q: () => focusOn('#quantity'),
        '/': focusWords,
      }[plainKey(event) ?? '']
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  })
}

function focusOn(selector: string): boolean {
  const field = document.querySelector<HTMLInputElement>(selector)
  field?.focus()
  return Boolean(field)
}

/** The field for words is among the other filters, which focus it as they open. */
function focusWords(): void {
  if (focusOn('#words') || focusOn('#history-words')) return
  document.querySelector<HTMLButtonElement>('.filters')?.click()
}
