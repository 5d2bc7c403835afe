import type { Offer } from '@find-on-1688/shared'
import { write } from '../db/transactions.ts'
import type { SentPicture } from '../model/picture.ts'
import { EMPTY_LIST, type ResultList, type Search } from '../model/search.ts'
import { offerWith } from './offers.ts'

export function anOffer(offerId: string, rest: Partial<Offer> = {}): Offer {
  return offerWith({
    offerId,
    titleTranslated: 'Summer pleated skirt',
    price: '10.10',
    priceTiers: [{ minQuantity: 2, price: '10.10' }],
    minOrder: 2,
    unit: '件',
    supplier: { name: `工厂${offerId}`, location: null, years: 8, verified: true, badges: [] },
    imageUrl: `https://cbu01.alicdn.com/${offerId}.jpg`,
    detailUrl: `https://detail.1688.com/offer/${offerId}.html`,
    ...rest,
  })
}

export function aList(offers: Offer[], rest: Partial<ResultList> = {}): ResultList {
  return { ...EMPTY_LIST, state: 'done', page: 1, provider: 'image-search', offers, ...rest }
}

export function aSearch(id: string, startedAt: number, rest: Partial<Search> = {}): Search {
  return {
    id,
    startedAt,
    source: {
      addresses: ['https://shop.example/large.jpg', 'https://shop.example/shown.jpg'],
      frameUrl: 'https://frame.example/page',
      tabId: 1,
      windowId: 1,
      frameId: 0,
      incognito: false,
    },
    reading: 'done',
    mode: 'same',
    lists: { same: aList([anOffer('1')]) },
    listing: {
      title: 'Pleated Skirt',
      price: '39.99',
      priceTo: null,
      currency: 'USD',
      productNumber: 'B0ABC',
      from: 'structured data',
    },
    ...rest,
  }
}

/** A sent picture whose bytes are those of `content`. */
export function aSent(searchId: string, content = 'a skirt'): SentPicture & { searchId: string } {
  return {
    searchId,
    dataUrl: `data:image/jpeg;base64,${btoa(content)}`,
    bytes: content.length,
    width: 800,
    height: 600,
    fromWidth: 1600,
    fromHeight: 1200,
    untouched: false,
    how: 'original',
    partly: false,
  }
}

export const THUMB = 'data:image/jpeg;base64,dGh1bWI='

/** Removes everything. */
export async function clearDatabase(): Promise<void> {
  const stores = ['searches', 'pictures', 'shortlist', 'products', 'offerDetails'] as const
  await write(stores, (transaction) =>
    Promise.all(stores.map((store) => transaction.objectStore(store).clear())),
  )
}
