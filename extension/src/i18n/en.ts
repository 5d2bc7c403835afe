import { app } from './en/app.ts'
import { errors } from './en/errors.ts'
import { exporting } from './en/export.ts'
import { firstRun } from './en/first-run.ts'
import { gallery } from './en/gallery.ts'
import { margin } from './en/margin.ts'
import { offers } from './en/offers.ts'
import { options } from './en/options.ts'
import { photos } from './en/photos.ts'
import { picture } from './en/picture.ts'
import { pricing } from './en/pricing.ts'
import { results } from './en/results.ts'
import { saved } from './en/saved.ts'
import { search } from './en/search.ts'

export const en = {
  ...app,
  ...errors,
  ...search,
  ...picture,
  ...results,
  ...offers,
  ...photos,
  ...gallery,
  ...pricing,
  ...margin,
  ...saved,
  ...exporting,
  ...options,
  ...firstRun,
}

export type Texts = typeof en
