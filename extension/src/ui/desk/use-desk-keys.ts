import { useEffect, useRef } from 'preact/hooks'
import { plainKey } from '../state/shortcuts.ts'

export interface DeskActions {
  move(by: 1 | -1): void
  /** @param place from 1, as on the key */
  take(place: number): void
  takeNone(): void
  makeUndecided(): void
  undo(): void
  /** Another offer, which Enter opens. */
  moveOffer(by: 1 | -1): void
  openOffer(): void
  comparePhotos(): void
  getTiers(): void
}

/** One hand decides: the keys of the desk work wherever the focus is, except in a field. */
export function useDeskKeys(actions: DeskActions): void {
  const latest = useRef(actions)
  latest.current = actions
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const key = document.querySelector(':modal') ? undefined : plainKey(event)
      const action = key && actionOf(key, event, latest.current)
      if (!action) return
      event.preventDefault()
      event.stopPropagation()
      action()
    }
    // Before the shortcuts of the whole app, one of which has the same key.
    document.addEventListener('keydown', onKeyDown, true)
    return () => document.removeEventListener('keydown', onKeyDown, true)
  }, [])
}

function actionOf(key: string, event: KeyboardEvent, actions: DeskActions): (() => void) | undefined {
  if (/^[1-9]$/.test(key)) return () => actions.take(Number(key))
  switch (key) {
    case 'j':
    case 'ArrowDown':
      return () => actions.move(1)
    case 'k':
    case 'ArrowUp':
      return () => actions.move(-1)
    case 'ArrowRight':
      return () => actions.moveOffer(1)
    case 'ArrowLeft':
      return () => actions.moveOffer(-1)
    case '0':
      return actions.takeNone
    case 'u':
      return actions.makeUndecided
    case 'z':
      return actions.undo
    case 'p':
      return actions.comparePhotos
    case 't':
      return actions.getTiers
    case 'n':
      return () => focusOn('#desk-note')
    case '/':
      return () => focusOn('#desk-words')
    case 'Enter':
      // A button or a link does its own.
      return (event.target as Element | null)?.closest('button, a, summary') ? undefined : actions.openOffer
    default:
      return undefined
  }
}

/** Back to the list, where screen readers say which product is the current one. */
export function focusRows(): void {
  document.querySelector<HTMLElement>('.desk-rows')?.focus({ preventScroll: true })
}

function focusOn(selector: string): void {
  const field = document.querySelector<HTMLInputElement>(selector)
  field?.focus()
  field?.select()
}
