import type { Offer } from '@find-on-1688/shared'
import { isChinese } from '../../i18n/index.ts'

/** In the person's language, as far as the platform translates. */
export function titleOf({ title, titleTranslated }: Offer): string {
  return isChinese() ? title : (titleTranslated ?? title)
}
