import { useEffect, useState } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import { keepConnected } from '../../model/messages.ts'
import type { Surface } from '../../model/preferences.ts'
import { lazy } from '../components/lazy.tsx'
import { PhotoMatchProvider } from '../photo-match/photo-match-context.tsx'
import { AppContext } from '../state/app-context.tsx'
import { useFocusOnRoute, useRoute } from '../state/route.ts'
import { useUpload } from '../upload/use-upload.ts'
import { LiveRegion, useAnnouncer } from './announcer.tsx'
import { AppNav } from './app-nav.tsx'
import { RouteView } from './route-view.tsx'
import { Toast } from './toast.tsx'
import { Tooltip } from './tooltip.tsx'
import { useAppShortcuts } from './use-app-shortcuts.ts'
import { useAppState } from './use-app-state.ts'

const ExportResults = lazy(async () => (await import('../export/export-results.tsx')).ExportResults)
const Help = lazy(async () => (await import('./help.tsx')).Help)

/** The same app in popup, side panel and tab. All of them show what is stored, and none has a state of its own. */
export function App({ surface }: { surface: Surface }) {
  useEffect(keepConnected, [])
  const [route, navigate] = useRoute()
  const [helpOpen, setHelpOpen] = useState(false)
  const { spoken, announce, notice, notify, dismiss } = useAnnouncer()
  const upload = useUpload(navigate)
  useFocusOnRoute(route)
  useAppShortcuts({ navigate, onHelp: () => setHelpOpen(true) })
  const loaded = useAppState({ surface, route, navigate, announce, notify })
  if (!loaded) return <Loading surface={surface} />

  const { app, search, sent, photos, offers, proxy, isSetUp } = loaded
  const nav = (
    <AppNav onHelp={() => setHelpOpen(true)}>
      {route === 'results' && <ExportResults search={search} />}
    </AppNav>
  )
  return (
    <AppContext.Provider value={app}>
      <PhotoMatchProvider search={search} photos={photos} offers={offers}>
        <main class={`app ${surface}`} data-route={route}>
          {surface === 'tab' && nav}
          <RouteView
            route={route}
            search={search}
            sent={sent}
            proxy={proxy}
            isSetUp={isSetUp}
            upload={upload}
          />
          {/* In a tab it is at the top, as on a website; elsewhere the results come first. */}
          {surface !== 'tab' && nav}
          <Toast notice={notice} label={texts().undo} onDismiss={dismiss} />
          {helpOpen && <Help onClose={() => setHelpOpen(false)} />}
          <LiveRegion text={spoken} />
          <Tooltip />
        </main>
      </PhotoMatchProvider>
    </AppContext.Provider>
  )
}

/** Shown until the stored items have been read: the frame that the popup's page starts with. */
function Loading({ surface }: { surface: Surface }) {
  if (surface !== 'popup') return <main class={`app ${surface}`} />
  return (
    <main class="app popup loading">
      <header>
        <div class="query-photo" />
        <div class="header-text">
          <h1>1688…</h1>
        </div>
      </header>
    </main>
  )
}
