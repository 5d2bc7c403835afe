import { actions } from './en/actions.ts'
import { app } from './en/app.ts'
import { batches } from './en/batch.ts'
import { connection } from './en/connection.ts'
import { contact } from './en/contact.ts'
import { desk } from './en/desk.ts'
import { errors } from './en/errors.ts'
import { exporting } from './en/export.ts'
import { firstRun } from './en/first-run.ts'
import { gallery } from './en/gallery.ts'
import { margin } from './en/margin.ts'
import { offerPage } from './en/offer-page.ts'
import { offerPictures } from './en/offer-pictures.ts'
import { offers } from './en/offers.ts'
import { options } from './en/options.ts'
import { pageProducts } from './en/page-products.ts'
import { photos } from './en/photos.ts'
import { picture } from './en/picture.ts'
import { pricing } from './en/pricing.ts'
import { results } from './en/results.ts'
import { saved } from './en/saved.ts'
import { search } from './en/search.ts'
import { suppliers } from './en/supplier.ts'
import { watching } from './en/watch.ts'

export const en = {
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

export type Texts = typeof en
