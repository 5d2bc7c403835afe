import type { Listing } from './listing.ts'
import type { PagePicture } from './page-picture.ts'

/** Pages with more have been scrolled for hours. */
export const MAX_PAGE_PRODUCTS = 1000

/** A product that a page shows among others, as on a page of results. */
export interface PageProduct
  extends Pick<
    Listing,
    'title' | 'price' | 'priceTo' | 'isFrom' | 'currency' | 'currencyMark' | 'productNumber'
  > {
  /** Equal wherever the same product is found again. */
  key: string
  link: string | null
  /** Its id is -1 if only structured data names it: then only the extension can read it. */
  picture: PagePicture
  /** `other` where the page says that it is no result: recommendations, a carousel. */
  section: 'list' | 'other'
  /** The page calls it an advertisement. */
  isAd?: true
}
