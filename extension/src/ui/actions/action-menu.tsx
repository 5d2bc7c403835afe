import { useEffect, useId, useRef } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import type { Search } from '../../model/search.ts'
import type { Overlay } from './action.ts'
import { useActionContext } from './use-action-context.ts'
import { grouped, useListedActions } from './use-listed-actions.ts'

/** What the app's menu shows while it is open: actions under headings, as in the pattern of the ARIA guide for menus. */
export function ActionMenu({ search, show }: { search: Search | null; show: (overlay: Overlay) => void }) {
  const t = texts()
  const id = useId()
  const menu = useRef<HTMLDivElement>(null)
  const context = useActionContext(search, show)
  const actions = useListedActions().filter((each) => each.inMenu && each.isAvailable(context))
  const items = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
  useEffect(() => items()[0]?.focus(), [])

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Tab') close()
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const next = nextItem(event.key, items())
    // Letters look for an item here, and are no shortcuts of the app.
    if (!next && event.key.length > 1) return
    event.preventDefault()
    next?.focus()
  }

  const close = () => menu.current?.closest<HTMLElement>('[popover]')?.hidePopover()
  return (
    <div class="action-menu" role="menu" aria-label={t.more} ref={menu} onKeyDown={onKeyDown}>
      {grouped(actions).map(([group, some]) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of a menu
        <div key={group} class="menu-group" role="group" aria-labelledby={`${id}-${group}`}>
          <div class="menu-heading" id={`${id}-${group}`} role="presentation">
            {t.actionGroups[group]}
          </div>
          {some.map(({ name, label, key, ariaKey, run }) => (
            <button
              key={name}
              type="button"
              role="menuitem"
              tabIndex={-1}
              class="menu-item"
              data-item={name}
              aria-keyshortcuts={ariaKey}
              onClick={() => {
                close()
                run?.(context)
              }}
            >
              {label}
              {key && (
                <span class="key" aria-hidden="true">
                  {key}
                </span>
              )}
            </button>
          ))}
        </div>
      ))}
    </div>
  )
}

/** The item that a key leads to: the one above or below, beside, the first, the last, or the next one with that letter. */
function nextItem(key: string, items: HTMLElement[]): HTMLElement | undefined {
  const at = items.indexOf(document.activeElement as HTMLElement)
  const count = items.length
  switch (key) {
    case 'ArrowDown':
      return items[(at + 1) % count]
    case 'ArrowUp':
      return items[(Math.max(at, 0) - 1 + count) % count]
    case 'Home':
      return items[0]
    case 'End':
      return items[count - 1]
    case 'ArrowLeft':
    case 'ArrowRight':
      return beside(items[at], items)
    default: {
      const letter = key.toLowerCase()
      const following = [...items.slice(at + 1), ...items.slice(0, at + 1)]
      return key === ' ' || key.length > 1
        ? undefined
        : following.find((item) => item.textContent?.trim().toLowerCase().startsWith(letter))
    }
  }
}

/** In the other column, at about the same height. */
function beside(from: HTMLElement | undefined, items: HTMLElement[]): HTMLElement | undefined {
  if (!from) return items[0]
  const { left, top } = from.getBoundingClientRect()
  const boxes = items.map((item) => ({ item, box: item.getBoundingClientRect() }))
  return boxes
    .filter(({ box }) => box.left !== left)
    .sort((a, b) => Math.abs(a.box.top - top) - Math.abs(b.box.top - top))[0]?.item
}
