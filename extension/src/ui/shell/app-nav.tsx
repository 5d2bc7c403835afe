import { useState } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import type { Search } from '../../model/search.ts'
import type { Overlay } from '../actions/action.ts'
import { lazy } from '../components/lazy.tsx'
import { useApp } from '../state/app-context.tsx'
import type { Route } from '../state/route.ts'

const ActionMenu = lazy(async () => (await import('../actions/action-menu.tsx')).ActionMenu)

/** Links to the main views, and a menu with everything else. Its content is loaded as soon as someone is near it. */
export function AppNav({ search, show }: { search: Search | null; show: (overlay: Overlay) => void }) {
  const t = texts()
  const { route, navigate, shortlist, surface } = useApp()
  const [isOpen, setOpen] = useState(false)
  const link = (name: Route, label: string, count = 0) => (
    <button
      type="button"
      class="nav-item"
      data-route={name}
      aria-current={route === name ? 'page' : undefined}
      onClick={() => navigate(name)}
    >
      {label}
      {/* The space is in the name, too: "Shortlist 1". */}
      {count > 0 && <span class="count">{`\u00a0${count}`}</span>}
    </button>
  )
  return (
    <nav aria-label={t.navigation}>
      {link('results', t.results)}
      {link('shortlist', t.shortlist, shortlist.size)}
      {link('history', t.history)}
      {/* Elsewhere it has no room, and is in the menu. */}
      {surface === 'tab' && link('batch', t.batches)}
      <span class="spacer" />
      <button
        type="button"
        class="nav-item menu-button"
        popovertarget="menu"
        aria-haspopup="menu"
        onPointerEnter={ActionMenu.preload}
        onFocus={ActionMenu.preload}
      >
        {t.more}
      </button>
      <div
        id="menu"
        popover="auto"
        // Before it shows, so that it shows with its content; after it closed, when the focus is back.
        onBeforeToggle={({ newState }) => newState === 'open' && setOpen(true)}
        onToggle={({ newState }) => newState === 'closed' && setOpen(false)}
      >
        {isOpen && <ActionMenu search={search} show={show} />}
      </div>
    </nav>
  )
}
