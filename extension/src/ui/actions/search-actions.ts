import type { Mode } from '@find-on-1688/shared'
import { sendToBackground } from '../../model/messages.ts'
import { EXPORTS, exportLabel } from '../export/export-menu.tsx'
import { openInTab, openPageProducts } from '../state/surface.ts'
import { type Action, type ActionContext, always } from './action.ts'

const hasSearched = ({ search }: ActionContext) => search?.reading === 'done'

/** Which picture is searched. */
export const PICTURE_ACTIONS: Action[] = [
  {
    name: 'pick',
    group: 'picture',
    command: 'pick-area',
    inMenu: true,
    label: (t) => t.selectArea,
    isAvailable: always,
    run: () => sendToBackground({ type: 'pickArea' }),
  },
  {
    name: 'pointed',
    group: 'picture',
    command: 'search-pointed',
    label: (t) => t.shortcuts.searchPointed,
    isAvailable: always,
  },
  {
    name: 'find-all',
    group: 'picture',
    command: 'find-all',
    inMenu: true,
    label: (t) => t.findAll,
    // A tab is beside no page.
    isAvailable: ({ app }) => app.surface !== 'tab',
    run: openPageProducts,
  },
  {
    name: 'upload',
    group: 'picture',
    inMenu: true,
    label: (t) => t.uploadPicture,
    isAvailable: always,
    // A file dialog takes the focus, and with it goes a popup.
    run: ({ app }) => (app.surface === 'popup' ? openInTab('upload') : app.navigate('upload')),
  },
  {
    name: 'sent',
    group: 'picture',
    inMenu: true,
    label: (t) => t.whatWasSent,
    isAvailable: (context) => hasSearched(context) && context.app.route === 'results',
    // A narrow panel has no room for the button itself.
    run: () => document.querySelector<HTMLElement>('.what-was-sent')?.click(),
  },
  {
    name: 'region',
    group: 'picture',
    inMenu: true,
    label: (t) => t.openRegion,
    isAvailable: hasSearched,
    run: ({ app }) => app.navigate('region'),
  },
  {
    name: 'photos',
    group: 'picture',
    inMenu: true,
    label: (t) => t.addPhotos,
    isAvailable: hasSearched,
    run: ({ app }) => app.navigate('gallery'),
  },
]

/** What is done with it. */
export const SEARCH_ACTIONS: Action[] = [
  {
    name: 'again',
    group: 'search',
    inMenu: true,
    label: (t) => t.searchAgain,
    isAvailable: hasSearched,
    run: ({ app }) => {
      sendToBackground({ type: 'refresh' })
      app.navigate('results')
    },
  },
  ...(['same', 'similar'] as const).map(
    (mode): Action => ({
      name: `mode-${mode}`,
      group: 'search',
      label: (t) => t.choiceOf(t.searchMode, t[mode]),
      isAvailable: (context) => hasSearched(context) && hasOtherMode(context, mode),
      run: ({ app }) => {
        sendToBackground({ type: 'mode', mode })
        app.navigate('results')
      },
    }),
  ),
  {
    name: 'suppliers',
    group: 'search',
    inMenu: true,
    label: (t) => t.suppliers,
    isAvailable: ({ app, list }) => list !== undefined || app.shortlist.size > 0,
    run: ({ app }) => app.navigate('supplier'),
  },
  {
    name: 'photo-reuse',
    group: 'search',
    inMenu: true,
    label: (t) => t.reuseTitle,
    isAvailable: ({ list }) => list !== undefined,
    run: ({ app }) => app.navigate('photo-reuse'),
  },
  {
    name: 'margin',
    group: 'search',
    inMenu: true,
    label: (t) => t.marginTitle,
    isAvailable: ({ list }) => list !== undefined,
    run: ({ app }) => app.navigate('margin'),
  },
]

function hasOtherMode({ search, list }: ActionContext, mode: Mode): boolean {
  return search?.mode !== mode && (list?.modesDiffer ?? false)
}

/** Of the rows that the view shows. */
export const EXPORT_ACTIONS: Action[] = [
  ...EXPORTS.map(
    (name): Action => ({
      name: name === 'inquiry' ? 'inquiries' : name,
      group: 'export',
      ...(name !== 'inquiry' && { inMenu: true }),
      label: (t) => exportLabel(name, t),
      isAvailable: ({ hasRows }) => hasRows,
      run: ({ exports }) => exports[name](),
    }),
  ),
  {
    name: 'evidence',
    group: 'export',
    inMenu: true,
    label: (t) => t.saveEvidence,
    isAvailable: ({ list }) => list !== undefined,
    run: ({ app }) => app.navigate('evidence'),
  },
]
