import { sendToBackground } from '../../model/messages.ts'
import { COMMON_SORTS } from '../../model/preferences.ts'
import { isAskable } from '../../model/search.ts'
import { type Action, type ActionContext, always } from './action.ts'
import { press } from './keys.ts'

const hasOffer = ({ offer }: ActionContext) => offer !== undefined
const inList = ({ app, list }: ActionContext) => app.route === 'results' && list !== undefined

/** For the current row. */
export const OFFER_ACTIONS: Action[] = [
  { name: 'next', group: 'offer', key: 'j', label: (t) => t.shortcuts.next, isAvailable: always },
  { name: 'previous', group: 'offer', key: 'k', label: (t) => t.shortcuts.previous, isAvailable: always },
  {
    name: 'open',
    group: 'offer',
    key: 'Enter',
    label: (t) => t.shortcuts.open,
    isAvailable: hasOffer,
    run: () => document.querySelector<HTMLElement>('.offer.current a.offer-link, .open-on-1688')?.click(),
  },
  {
    name: 'details',
    group: 'offer',
    key: 'd',
    label: (t) => t.offerDetails,
    isAvailable: ({ app, offer }) => offer !== undefined && app.route !== 'offer',
    run: () => press('d'),
  },
  {
    name: 'save',
    group: 'offer',
    key: 's',
    label: (t) => t.shortcuts.save,
    isAvailable: hasOffer,
    run: () => press('s'),
  },
  {
    name: 'compare',
    group: 'offer',
    key: 'x',
    label: (t) => t.shortcuts.compare,
    isAvailable: hasOffer,
    run: () => press('x'),
  },
  {
    name: 'inquiry',
    group: 'offer',
    key: 'i',
    label: (t) => t.copyInquiry,
    isAvailable: hasOffer,
    run: () => press('i'),
  },
  {
    name: 'contacted',
    group: 'offer',
    key: 'm',
    label: (t) => t.contact.mark,
    isAvailable: hasOffer,
    run: () => press('m'),
  },
  {
    name: 'message',
    group: 'offer',
    label: (t) => t.contact.actionOne,
    isAvailable: hasOffer,
    run: ({ app, offer }) => offer && app.navigate('contact', offer.offer.offerId),
  },
  {
    name: 'pictures',
    group: 'offer',
    label: (t) => t.offerPictures.action,
    isAvailable: hasOffer,
    run: ({ app, offer }) => offer && app.navigate('pictures', offer.offer.offerId),
  },
  {
    name: 'tiers',
    group: 'offer',
    label: (t) => t.getTiers,
    isAvailable: ({ search, list, offer }) =>
      list?.provider === 'crossborder' &&
      offer !== undefined &&
      isAskable(search?.details?.[offer.offer.offerId]),
    run: ({ offer }) => offer && sendToBackground({ type: 'offerDetails', offerId: offer.offer.offerId }),
  },
  {
    name: 'photos-beside',
    group: 'offer',
    key: 'p',
    label: (t) => t.shortcuts.comparePhotos,
    isAvailable: (context) => inList(context) && hasOffer(context),
    run: () => press('p'),
  },
  {
    name: 'supplier',
    group: 'offer',
    key: 'u',
    label: (t) => t.showSupplier,
    isAvailable: ({ offer }) => Boolean(offer?.offer.supplier.name),
    run: () => press('u'),
  },
  { name: 'enlarge', group: 'offer', key: 'v', label: (t) => t.shortcuts.enlarge, isAvailable: always },
]

/** For all rows of the results. */
export const LIST_ACTIONS: Action[] = [
  {
    name: 'quantity',
    group: 'list',
    key: 'q',
    label: (t) => t.shortcuts.quantity,
    isAvailable: inList,
    run: () => press('q'),
  },
  {
    name: 'filter',
    group: 'list',
    key: '/',
    label: (t) => t.shortcuts.filter,
    isAvailable: (context) => inList(context) || context.app.route === 'history',
    run: () => press('/'),
  },
  {
    name: 'filters',
    group: 'list',
    label: (t) => t.filters,
    isAvailable: inList,
    run: () => document.querySelector<HTMLElement>('.filters[aria-expanded=false]')?.click(),
  },
  ...COMMON_SORTS.map(
    (sort): Action => ({
      name: `sort-${sort}`,
      group: 'list',
      label: (t) => t.choiceOf(t.sortBy, t.sortOptions[sort]),
      isAvailable: (context) => inList(context) && context.app.preferences.sort !== sort,
      run: ({ app }) => app.setPreferences({ sort, sortReversed: false }),
    }),
  ),
  {
    name: 'clear-filters',
    group: 'list',
    label: (t) => t.clearFilters,
    isAvailable: (context) => inList(context) && Object.keys(context.app.preferences.filters).length > 0,
    run: ({ app }) => app.setPreferences({ filters: {} }),
  },
  {
    name: 'more',
    group: 'list',
    label: (t) => t.loadMore,
    isAvailable: (context) => inList(context) && context.list?.state === 'done' && context.list.hasMore,
    run: () => sendToBackground({ type: 'more' }),
  },
]
