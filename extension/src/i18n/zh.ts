import type { Texts } from './en.ts'
import { actions } from './zh/actions.ts'
import { app } from './zh/app.ts'
import { batches } from './zh/batch.ts'
import { connection } from './zh/connection.ts'
import { contact } from './zh/contact.ts'
import { desk } from './zh/desk.ts'
import { errors } from './zh/errors.ts'
import { exporting } from './zh/export.ts'
import { firstRun } from './zh/first-run.ts'
import { gallery } from './zh/gallery.ts'
import { margin } from './zh/margin.ts'
import { offerPage } from './zh/offer-page.ts'
import { offerPictures } from './zh/offer-pictures.ts'
import { offers } from './zh/offers.ts'
import { options } from './zh/options.ts'
import { pageProducts } from './zh/page-products.ts'
import { photos } from './zh/photos.ts'
import { picture } from './zh/picture.ts'
import { pricing } from './zh/pricing.ts'
import { results } from './zh/results.ts'
import { saved } from './zh/saved.ts'
import { search } from './zh/search.ts'
import { suppliers } from './zh/supplier.ts'
import { watching } from './zh/watch.ts'

export const zh: Texts = {
  ...actions,
  ...app,
  ...batches,
  ...connection,
  ...contact,
  ...desk,
  ...errors,
  ...search,
  ...picture,
  ...results,
  ...offers,
  ...offerPictures,
  ...offerPage,
  ...pageProducts,
  ...photos,
  ...gallery,
  ...pricing,
  ...margin,
  ...saved,
  ...suppliers,
  ...watching,
  ...exporting,
  ...options,
  ...firstRun,
}
