import { regionBox } from '@find-on-1688/shared'
import { texts } from '../../i18n/index.ts'
import { sendToBackground } from '../../model/messages.ts'
import type { SentPicture } from '../../model/picture.ts'

/** That only a part of the picture was searched, and the way back to all of it. */
export function RegionPreview({ part, sent }: { part: string; sent: SentPicture }) {
  const t = texts()
  const { width, height } = sent.cut ? { width: sent.fromWidth, height: sent.fromHeight } : regionBox(part)
  return (
    <>
      {t.fromRegion(`${width}×${height}`)}
      {' · '}
      <button
        type="button"
        class="link search-whole"
        onClick={() => sendToBackground({ type: 'region', region: null })}
      >
        {t.searchWholeInstead}
      </button>
    </>
  )
}
