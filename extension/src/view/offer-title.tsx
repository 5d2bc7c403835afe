import type { Offer } from '@find-on-1688/shared'
import { isChinese } from '../text/index.ts'

/** In the person's language, with the original under it. The link covers its whole row. */
export function OfferTitle({ offer: { title, titleTranslated, detailUrl } }: { offer: Offer }) {
  const translated = isChinese() ? null : titleTranslated
  return (
    <>
      <div class="title" title={translated ?? title} dir="auto">
        <a class="go" href={detailUrl} target="_blank" rel="noreferrer noopener">
          {translated ?? <span lang="zh">{title}</span>}
        </a>
      </div>
      {translated && (
        <div class="original" lang="zh" title={title} dir="auto">
          {title}
        </div>
      )}
    </>
  )
}
