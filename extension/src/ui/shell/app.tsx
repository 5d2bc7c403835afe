import { useEffect, useState } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import type { Surface } from '../../model/preferences.ts'
import type { Overlay } from '../actions/action.ts'
import { lazy } from '../components/lazy.tsx'
import { PhotoMatchProvider } from '../photo-match/photo-match-context.tsx'
import { AnnounceContext, AppContext } from '../state/app-context.tsx'
import { useFocusOnRoute, useLocation } from '../state/route.ts'
import { setSingleKeys } from '../state/shortcuts.ts'
import { useUpload } from '../upload/use-upload.ts'
import { LiveRegion, useAnnouncer } from './announcer.tsx'
import { AppNav } from './app-nav.tsx'
import { closeOnEscape } from './close-on-escape.ts'
import { keepConnected } from './keep-connected.ts'
import { RouteView } from './route-view.tsx'
import { Toast } from './toast.tsx'
import { Tooltip } from './tooltip.tsx'
import { useAppShortcuts } from './use-app-shortcuts.ts'
import { useAppState } from './use-app-state.ts'

const CommandPalette = lazy(async () => (await import('../actions/command-palette.tsx')).CommandPalette)
const KeyList = lazy(async () => (await import('../actions/key-list.tsx')).KeyList)

/** The same app in popup, side panel and tab. All of them show what is stored, and none has a state of its own. */
export function App({ surface }: { surface: Surface }) {
  useEffect(keepConnected, [])
  const [location, navigate] = useLocation()
  const { route, argument: routeArgument } = location
  const [overlay, show] = useState<Overlay>()
  const { spoken, announce, notice, notify, dismiss } = useAnnouncer()
  useEffect(() => {
    if (surface === 'popup')
      import('./return-after-grant.ts').then(({ returnAfterGrant }) => returnAfterGrant(navigate))
    if (surface === 'tab') import('./drop-lists.ts').then(({ dropLists }) => dropLists(navigate))
    import('../watch/offer-check.ts').then(({ offerCheck }) => offerCheck({ navigate, notify }))
    import('./open-in-note.ts').then(({ noteOpenIn }) => noteOpenIn(surface, notify))
  }, [])
  const upload = useUpload(navigate)
  useFocusOnRoute(location)
  useAppShortcuts({ navigate, show })
  useEffect(closeOnEscape, [])
  const loaded = useAppState({ surface, route, routeArgument, navigate, announce, notify })
  if (!loaded) return <Loading surface={surface} />

  setSingleKeys(loaded.app.preferences.singleKeys ?? true)
  const { app, search, sent, photos, offers, proxy, isSetUp } = loaded
  const nav = <AppNav search={search} show={show} />
  const close = () => show(undefined)
  return (
    <AppContext.Provider value={app}>
      <AnnounceContext.Provider value={announce}>
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
            {overlay === 'palette' && <CommandPalette search={search} show={show} onClose={close} />}
            {overlay === 'keys' && <KeyList onClose={close} />}
            <LiveRegion spoken={spoken} />
            <Tooltip />
          </main>
        </PhotoMatchProvider>
      </AnnounceContext.Provider>
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
