import type { Offer } from '@find-on-1688/shared'
import { isChinese } from '../../i18n/index.ts'

/** The title in the user's language, and the original where there is room. Its link covers the row. */
export function OfferTitle({ offer: { title, titleTranslated, detailUrl } }: { offer: Offer }) {
  // 1688 has only a translation of some titles, which is then the title too.
  const translated = isChinese() || titleTranslated === title ? null : titleTranslated
  return (
    <>
      <div class="title" title={translated ?? title} dir="auto">
        <a class="offer-link" href={detailUrl} target="_blank" rel="noreferrer noopener">
          {translated ?? <span lang="zh">{title}</span>}
        </a>
      </div>
      {translated && (
        <div class="original-title" title={title}>
          <bdi lang="zh">{title}</bdi>
        </div>
      )}
    </>
  )
}
