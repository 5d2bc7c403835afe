import { useEffect } from 'preact/hooks'
import type { Overlay } from '../actions/action.ts'
import type { Route } from '../state/route.ts'
import { isPaletteKey, plainKey } from '../state/shortcuts.ts'

/** Shortcuts that work in every view. */
export function useAppShortcuts({
  navigate,
  show,
}: {
  navigate(route: Route): void
  show(overlay: Overlay): void
}): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const action = isPaletteKey(event)
        ? () => document.querySelector(':modal') ?? show('palette')
        : {
            c: () => navigate('compare'),
            w: () => navigate('watch'),
            '?': () => show('keys'),
            q: () => focusOn('#quantity'),
            '/': focusSearchField,
          }[plainKey(event) ?? '']
      if (!action) return
      event.preventDefault()
      action()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })
}

function focusOn(selector: string): boolean {
  const field = document.querySelector<HTMLInputElement>(selector)
  field?.focus()
  return Boolean(field)
}

/** The search field of the results is among the other filters, which focus it when they open. */
function focusSearchField(): void {
  if (focusOn('#words') || focusOn('#history-words')) return
  document.querySelector<HTMLButtonElement>('.filters')?.click()
}
