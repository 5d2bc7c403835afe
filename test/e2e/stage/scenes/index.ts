import { BATCH_SCENES } from './batch.ts'
import { CONTACT_SCENES } from './contact.ts'
import { DESK_SCENES } from './desk.ts'
import { GALLERY_SCENES } from './gallery.ts'
import { OFFER_PAGE_SCENES } from './offer-page.ts'
import { PAGE_PRODUCT_SCENES } from './page-products.ts'
import { PHOTO_SCENES } from './photos.ts'
import { PRICE_SCENES } from './prices.ts'
import { RESULTS_SCENES } from './results.ts'
import type { Scene } from './scene.ts'
import { SEARCH_SCENES } from './search.ts'
import { PRODUCT_SCENES, SUPPLIER_SCENES } from './suppliers.ts'
import { VIEW_SCENES } from './views.ts'
import { WATCH_SCENES } from './watch.ts'

/** Every state of the app. */
export const SCENES: Scene[] = [
  ...SEARCH_SCENES,
  ...RESULTS_SCENES,
  ...PRICE_SCENES,
  ...OFFER_PAGE_SCENES,
  ...PHOTO_SCENES,
  ...GALLERY_SCENES,
  ...SUPPLIER_SCENES,
  ...CONTACT_SCENES,
  ...VIEW_SCENES,
  ...WATCH_SCENES,
  ...PRODUCT_SCENES,
  ...DESK_SCENES,
  ...BATCH_SCENES,
  ...PAGE_PRODUCT_SCENES,
]
