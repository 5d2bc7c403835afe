import type { ComponentChildren } from 'preact'
import { texts } from '../../i18n/index.ts'
import { sendToBackground } from '../../model/messages.ts'
import { SURFACES } from '../../model/preferences.ts'
import { MenuItem } from '../components/menu-item.tsx'
import { useApp } from '../state/app-context.tsx'
import type { Route } from '../state/route.ts'
import { canOpenIn, openIn, openInTab, openOptions } from '../state/surface.ts'

/** Links to the main views, and a menu with everything else. */
export function AppNav({ onHelp, children }: { onHelp: () => void; children?: ComponentChildren }) {
  const t = texts()
  const { route, navigate, shortlist, surface } = useApp()
  const link = (name: Route, label: string, count = 0) => (
    <button
      type="button"
      class="nav-item"
      data-route={name}
      aria-current={route === name ? 'page' : undefined}
      onClick={() => navigate(name)}
    >
      {label}
      {count > 0 && <span class="count">{count}</span>}
    </button>
  )
  const otherSurfaces = SURFACES.filter((each) => each !== surface && canOpenIn(each))
  return (
    <nav aria-label={t.navigation}>
      {link('results', t.results)}
      {link('shortlist', t.shortlist, shortlist.size)}
      {link('history', t.history)}
      <span class="spacer" />
      <button type="button" class="nav-item menu-button" popovertarget="menu">
        {t.more}
      </button>
      <div id="menu" popover="auto">
        <MenuItem name="pick" label={t.selectArea} onChoose={() => sendToBackground({ type: 'pickArea' })} />
        <MenuItem
          name="upload"
          label={t.uploadPicture}
          onChoose={() => (surface === 'popup' ? openInTab('upload') : navigate('upload'))}
        />
        {children}
        {otherSurfaces.map((surface) => (
          <MenuItem
            key={surface}
            name={surface}
            label={t.openAs[surface]}
            onChoose={() => openIn(surface, route)}
          />
        ))}
        <MenuItem name="keyboard" label={t.keyboard} onChoose={onHelp} />
        <MenuItem name="settings" label={t.settings} onChoose={openOptions} />
      </div>
    </nav>
  )
}
