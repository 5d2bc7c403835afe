import { GALLERY_SCENES } from './gallery.ts'
import { PHOTO_SCENES } from './photos.ts'
import { PRICE_SCENES } from './prices.ts'
import { RESULTS_SCENES } from './results.ts'
import type { Scene } from './scene.ts'
import { SEARCH_SCENES } from './search.ts'
import { VIEW_SCENES } from './views.ts'

/** Every state of the app. */
export const SCENES: Scene[] = [
  ...SEARCH_SCENES,
  ...RESULTS_SCENES,
  ...PRICE_SCENES,
  ...PHOTO_SCENES,
  ...GALLERY_SCENES,
  ...VIEW_SCENES,
]
