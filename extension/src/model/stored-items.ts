import type { Offer, PhotoHash, Provider, Rates } from '@find-on-1688/shared'
import { storage } from 'wxt/utils/storage'
import { DEFAULT_ASSUMPTIONS, type LastingAssumptions, type ProductFigures } from './assumptions.ts'
import type { Failure } from './failure.ts'
import type { SentPicture, StoredSourceFile } from './picture.ts'
import type { Preferences, Surface, UiLanguage } from './preferences.ts'
import type { Search } from './search.ts'
import type { Watch } from './watch.ts'

/*
 * Everything in the browser's storage areas. `local:` stays until it is changed, `session:` ends with the
 * browser session and survives the popup and the background. History and shortlist are in IndexedDB: see db/schema.ts.
 * The keys and forms are relied on from outside and by what users have saved already: change one only with a migration.
 */

// Settings

export interface ProxySettings {
  /** Without a slash at the end. */
  address: string
  clientKey: string
}

/** A build may come with settings of its own, as the sandbox's does. */
export const proxyItem = storage.defineItem<ProxySettings>('local:proxy', {
  fallback: {
    address: import.meta.env.WXT_PROXY_ADDRESS ?? '',
    clientKey: import.meta.env.WXT_CLIENT_KEY ?? '',
  },
})

/** Whether a picture is shown to the user before it is sent. */
export const askFirstItem = storage.defineItem<boolean>('local:askFirst', { fallback: false })

/** Separate from the other preferences, because the background needs it within a click. */
export const openInItem = storage.defineItem<Surface>('local:openIn', { fallback: 'popup' })

/** Separate from the other preferences, because the background and every view need it before anything is shown. */
export const languageItem = storage.defineItem<UiLanguage>('local:language', { fallback: 'browser' })

/** That the menu has just changed it: where results open now says so, and can undo it. */
export const openInChangeItem = storage.defineItem<{ from: Surface; to: Surface; at: number } | null>(
  'session:openInChange',
  { fallback: null },
)

export const preferencesItem = storage.defineItem<Preferences>('local:habits', {
  fallback: { quantity: 1, sort: 'relevance', filters: {}, currency: null },
})

export const assumptionsItem = storage.defineItem<LastingAssumptions>('local:assumptions', {
  fallback: DEFAULT_ASSUMPTIONS,
})

/** Which currency a mark such as "$" means in a shop that does not say it, by the SHA-256 of both. The latest last. */
export type ShopCurrencies = Record<string, string>

/** As the user chose it; nothing from private windows. */
export const shopCurrenciesItem = storage.defineItem<ShopCurrencies>('local:shopCurrencies', { fallback: {} })

/** Whether saved offers and searches are checked when the app opens: each time, or only once somebody says so. */
export interface WatchPreference {
  always: boolean
  /** When it was last offered, ms since the epoch. */
  offeredAt: number
}

export const watchPreferenceItem = storage.defineItem<WatchPreference>('local:watch', {
  fallback: { always: false, offeredAt: 0 },
})

// What the worker said

/** Which of the platform's APIs answered last. */
export const providerItem = storage.defineItem<Provider | null>('local:provider', { fallback: null })

export interface StoredRates {
  rates: Rates
  /** When they were last requested, whether or not that worked, by this machine's clock. */
  askedAtMs: number
}

/** The most recent exchange rates. */
export const ratesItem = storage.defineItem<StoredRates | null>('local:rates', { fallback: null })

/** Why there are no exchange rates, where none are stored and none could be loaded. */
export const ratesFailureItem = storage.defineItem<Failure | null>('session:ratesFailure', { fallback: null })

// The current search: only the background writes these

export const searchItem = storage.defineItem<Search | null>('session:search', { fallback: null })

export const sentItem = storage.defineItem<(SentPicture & { searchId: string }) | null>('session:sent', {
  fallback: null,
})

/** The file that the sent picture was made from. A search that is repeated with the same JPEG still has it. */
export const sourceFileItem = storage.defineItem<StoredSourceFile | null>('session:found', { fallback: null })

/** The pictures of additional photos, by the photos' ids; of one search, and cleared with it. */
export const additionalSentItem = storage.defineItem<{
  searchId: string
  pictures: Record<string, SentPicture>
} | null>('session:furtherSent', { fallback: null })

/** The latest check of saved offers and searches: only the background writes it. */
export const watchItem = storage.defineItem<Watch | null>('session:watch', { fallback: null })

// What views add to the current search. What is typed for a product is saved in the database too, except in private windows.

/** Where a popup was when it asked the browser to allow a website: the browser's question closes popups. */
export interface GrantRequest {
  /** As in the address, with what the view is of. */
  route: string
  scrollTop: number
  at: number
}

export const grantRequestItem = storage.defineItem<GrantRequest | null>('session:grantRequest', {
  fallback: null,
})

/** An older request was turned down or answered elsewhere. */
const MAX_GRANT_REQUEST_AGE_MS = 120_000

export function isRecent({ at }: GrantRequest): boolean {
  return Date.now() - at < MAX_GRANT_REQUEST_AGE_MS
}

/** A selling price that the user typed for one search; it takes precedence over the listing's. */
export interface SellingPrice {
  /** Of the search or, if it repeats another, of that one. */
  searchId: string
  /** As typed: a decimal string in `currency` (ISO 4217), or a text that is not a number. */
  price: string
  currency: string
}

export const sellingPriceItem = storage.defineItem<SellingPrice | null>('session:sale', { fallback: null })

/** The figures of one search or, if it repeats another, of that one. `currency` is that of its listing (ISO 4217), which older versions did not store. */
export type SessionFigures = ProductFigures & { searchId: string; currency?: string }

/** For the product of one search only: the weight of yesterday's earrings must not become that of today's chair. */
export const productFiguresItem = storage.defineItem<SessionFigures | null>('session:productFigures', {
  fallback: null,
})

/** `local:shopCurrencies` of private windows. */
export const privateShopCurrenciesItem = storage.defineItem<ShopCurrencies>('session:shopCurrencies', {
  fallback: {},
})

/** The offers to compare, the same in popup, panel and tab. */
export const comparedItem = storage.defineItem<Offer[]>('session:compared', { fallback: [] })

/** The product that offers are compared for; `null` if that is not known, as of what an older version compared. */
export interface ComparedProduct {
  /** See `productKeysOf`: with any of them in common, it is the same product. */
  keys: string[]
  /** `null` if nothing names it, and for a private window. */
  name: string | null
  /** A small JPEG of the searched picture as a `data:` address; empty if there is none, and for a private window. */
  picture: string
  /** Under which its search is in the history, if it is there. */
  savedId: string
  /** Keys of other products whose offers are compared with this one's, because the user asked for it. */
  joinedKeys?: string[]
}

/** Beside `compared`, whose form stays what it was. */
export const comparedProductItem = storage.defineItem<ComparedProduct | null>('session:comparedProduct', {
  fallback: null,
})

/** Ids of compared offers whose columns are hidden. */
export const hiddenComparedItem = storage.defineItem<string[]>('session:hiddenCompared', { fallback: [] })

/** Messages to suppliers that were copied, by offer id: what is noted once the user says that it was sent. */
export type CopiedMessages = Record<string, { message: string; at: number }>

export const copiedMessagesItem = storage.defineItem<CopiedMessages>('session:copiedMessages', {
  fallback: {},
})

/** A photo's hash under the SHA-256 of its address. The address itself is not stored. */
export type PhotoHashEntry = [key: string, hash: PhotoHash]

/** Oldest first. Popup, panel and tab, and a popup that is opened again, need not read the same photos again. */
export const photoHashesItem = storage.defineItem<PhotoHashEntry[]>('session:photoHashes', { fallback: [] })
