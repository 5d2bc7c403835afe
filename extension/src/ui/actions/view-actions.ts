import { SURFACES } from '../../model/preferences.ts'
import type { Route } from '../state/route.ts'
import { canOpenIn, openIn, openInTab, openOptions } from '../state/surface.ts'
import { type Action, always } from './action.ts'

function view(name: Route, label: Action['label'], key?: string): Action {
  return {
    name: `view-${name}`,
    group: 'view',
    label,
    ...(key && { key }),
    isAvailable: ({ app }) => app.route !== name,
    run: ({ app }) => app.navigate(name),
  }
}

export const VIEW_ACTIONS: Action[] = [
  view('results', (t) => t.results),
  view('shortlist', (t) => t.shortlist),
  view('history', (t) => t.history),
  view('compare', (t) => t.shortcuts.showCompared, 'c'),
  { ...view('watch', (t) => t.watchAgain, 'w'), inMenu: true },
  {
    ...view('batch', (t) => t.batches),
    inMenu: true,
    // Hundreds of products need room, and a popup ends what runs in it.
    run: ({ app }) => (app.surface === 'tab' ? app.navigate('batch') : openInTab('batch')),
  },
  ...SURFACES.map(
    (surface): Action => ({
      name: surface,
      group: 'view',
      inMenu: true,
      label: (t) => t.openAs[surface],
      isAvailable: ({ app }) => app.surface !== surface && canOpenIn(surface),
      run: ({ app, openIn: before }) => openIn(surface, { current: app.surface, openIn: before }),
    }),
  ),
  {
    name: 'palette',
    group: 'view',
    key: 'Mod+K',
    inMenu: true,
    label: (t) => t.allActions,
    isAvailable: always,
    run: ({ show }) => show('palette'),
  },
  {
    name: 'keyboard',
    group: 'view',
    key: '?',
    inMenu: true,
    label: (t) => t.keyboard,
    isAvailable: always,
    run: ({ show }) => show('keys'),
  },
  {
    name: 'settings',
    group: 'view',
    inMenu: true,
    label: (t) => t.settings,
    isAvailable: always,
    run: openOptions,
  },
]
