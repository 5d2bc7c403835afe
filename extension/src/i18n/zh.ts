import type { Texts } from './en.ts'
import { app } from './zh/app.ts'
import { errors } from './zh/errors.ts'
import { exporting } from './zh/export.ts'
import { firstRun } from './zh/first-run.ts'
import { gallery } from './zh/gallery.ts'
import { margin } from './zh/margin.ts'
import { offers } from './zh/offers.ts'
import { options } from './zh/options.ts'
import { photos } from './zh/photos.ts'
import { picture } from './zh/picture.ts'
import { pricing } from './zh/pricing.ts'
import { results } from './zh/results.ts'
import { saved } from './zh/saved.ts'
import { search } from './zh/search.ts'

export const zh: Texts = {
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
