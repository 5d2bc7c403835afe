import type { Offer, PhotoHash, Provider, Rates } from '@find-on-1688/shared'
import { storage } from 'wxt/utils/storage'
import { DEFAULT_ASSUMPTIONS, type LastingAssumptions, type ProductFigures } from './assumptions.ts'
import type { Failure } from './failure.ts'
import type { SentPicture, StoredSourceFile } from './picture.ts'
import type { Preferences, Surface } from './preferences.ts'
import type { Search } from './search.ts'

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

// What views add to the current search. What is typed for a product is saved in the database too, except in private windows.

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

/** A photo's hash under the SHA-256 of its address. The address itself is not stored. */
export type PhotoHashEntry = [key: string, hash: PhotoHash]

/** Oldest first. Popup, panel and tab, and a popup that is opened again, need not read the same photos again. */
export const photoHashesItem = storage.defineItem<PhotoHashEntry[]>('session:photoHashes', { fallback: [] })
