import type { Offer } from '@find-on-1688/shared'
import type { PriceRange } from '../pricing/price-at.ts'
import { PHOTO_MAP_COLUMNS as COLUMNS, type PhotoMapColumn } from './columns.ts'
import { dateAndTime } from './file-name.ts'
import type { Labels } from './labels.ts'
import type { Cell, Table } from './table.ts'

/** An offer that shows a photo. */
export interface PhotoMapRow {
  offer: Offer
  /** Which photo it shows: the number of one of mine, or of another one that several offers share. */
  photo: { mine: number } | { other: number }
  /** Whether and how it differs, in words. */
  verdict: string
  /** Yuan; `null` if it is unknown. */
  price: PriceRange | null
  /** What kind of price it is, unless it is the one at my quantity. */
  priceBasis: string | undefined
}

export interface PhotoMapInput {
  rows: readonly PhotoMapRow[]
  /** When 1688 listed them, ms since the epoch. */
  searchedAt: number
  quantity: number
}

/** Who uses my photos, one row for each offer. What is unknown is empty. */
export function toPhotoMapTable({ rows, searchedAt, quantity }: PhotoMapInput, labels: Labels): Table {
  const { photoMap } = labels
  const names = Object.keys(COLUMNS) as PhotoMapColumn[]
  return {
    name: photoMap.sheet,
    columns: names.map((name) => ({
      name,
      label: photoMap.columns[name],
      ...COLUMNS[name],
      currency: COLUMNS[name].kind === 'money' ? 'CNY' : null,
    })),
    rows: rows.map(({ offer, photo, verdict, price, priceBasis }) => {
      const cells: Record<PhotoMapColumn, Cell> = {
        photo: 'mine' in photo ? photoMap.myPhoto(photo.mine) : photoMap.otherPhoto(photo.other),
        verdict,
        supplier: offer.supplier.name,
        detailUrl: offer.detailUrl,
        price: price?.low ?? null,
        priceTo: price && price.high !== price.low ? price.high : null,
        priceBasis: price && (priceBasis ?? photoMap.priceAt(quantity.toLocaleString(labels.locale))),
        location: offer.supplier.location,
        searchedAt: dateAndTime(new Date(searchedAt)),
        titleTranslated: offer.titleTranslated,
        title: offer.title,
        offerId: offer.offerId,
        imageUrl: offer.imageUrl,
      }
      return names.map((name) => cells[name])
    }),
  }
}
