import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import type { Search } from '../../model/search.ts'
import { isPaletteKey } from '../state/shortcuts.ts'
import type { Overlay } from './action.ts'
import { findActions } from './find-actions.ts'
import { useActionContext } from './use-action-context.ts'
import { grouped, type ListedAction, useListedActions } from './use-listed-actions.ts'

interface Props {
  search: Search | null
  show: (overlay: Overlay) => void
  onClose: () => void
}

/** Every action that is possible now, by name. The focus stays in the field; arrow keys choose. */
export function CommandPalette({ search, show, onClose }: Props) {
  const t = texts()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [query, setQuery] = useState('')
  const [activeName, setActiveName] = useState<string>()
  const context = useActionContext(search, show)
  const possible = useListedActions().filter(({ run, isAvailable }) => run && isAvailable(context))
  const possibleByGroup = grouped(possible)
  const found = query.trim() ? findActions(query, possible) : possibleByGroup.flatMap(([, some]) => some)
  const active = found.find(({ name }) => name === activeName) ?? found[0]
  const optionId = (action: ListedAction) => `${id}-${action.name}`
  useEffect(() => dialog.current?.showModal(), [])
  useEffect(() => {
    if (active) document.getElementById(optionId(active))?.scrollIntoView({ block: 'nearest' })
  }, [active?.name])

  function choose(action: ListedAction | undefined): void {
    if (!action) return
    // Closed first, so that the focus is back where the action may take it from.
    dialog.current?.close()
    action.run?.(context)
  }

  function onKeyDown(event: KeyboardEvent): void {
    // An input method uses these keys too.
    if (event.isComposing) return
    if (event.key === 'Enter') choose(active)
    // Firefox closes a popup on Escape without asking it, so the key that opens the palette closes it too.
    else if (isPaletteKey(event)) dialog.current?.close()
    else if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    else return
    event.preventDefault()
  }

  function move(by: number): void {
    const at = active ? found.indexOf(active) : 0
    setActiveName(found[(at + by + found.length) % found.length]?.name)
  }

  const option = (action: ListedAction) => (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and takes the keys
    // biome-ignore lint/a11y/useFocusableInteractive: as above
    <div
      key={action.name}
      id={optionId(action)}
      role="option"
      class="palette-action"
      data-action={action.name}
      aria-selected={action === active}
      aria-keyshortcuts={action.ariaKey}
      onPointerMove={() => setActiveName(action.name)}
      onClick={() => choose(action)}
    >
      {action.label}
      {action.key && (
        <span class="key" aria-hidden="true">
          {action.key}
        </span>
      )}
    </div>
  )
  return (
    <dialog class="dialog palette" ref={dialog} aria-label={t.allActions} onClose={onClose}>
      <input
        type="text"
        role="combobox"
        aria-label={t.findAction}
        placeholder={t.findAction}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={active && optionId(active)}
        autocomplete="off"
        spellcheck={false}
        value={query}
        onInput={({ currentTarget }) => {
          setQuery(currentTarget.value)
          setActiveName(undefined)
        }}
        onKeyDown={onKeyDown}
      />
      <div class="palette-list" id={`${id}-list`} role="listbox" aria-label={t.allActions}>
        {query.trim()
          ? found.map(option)
          : possibleByGroup.map(([group, some]) => (
              // biome-ignore lint/a11y/useSemanticElements: a group of a listbox
              <div key={group} role="group" aria-labelledby={`${id}-group-${group}`}>
                <div class="menu-heading" id={`${id}-group-${group}`} role="presentation">
                  {t.actionGroups[group]}
                </div>
                {some.map(option)}
              </div>
            ))}
      </div>
      {found.length === 0 && (
        <p class="palette-empty" role="status">
          {t.noActionFound}
        </p>
      )}
    </dialog>
  )
}
