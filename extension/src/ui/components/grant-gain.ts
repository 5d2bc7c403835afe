import { joinSentences, texts } from '../../i18n/index.ts'
import { statedSize } from '../../image-url/stated-size.ts'
import type { Size } from '../../model/box.ts'
import type { SentPicture, Source } from '../../model/picture.ts'

interface GrantTexts {
  label: string
  tooltip: string
}

/** What allowing the picture's host brings in place of a screenshot, as far as that is known. */
export function gainTexts(host: string, { shown, larger = [] }: Source, screenshot: SentPicture): GrantTexts {
  const t = texts()
  const from = { width: screenshot.fromWidth, height: screenshot.fromHeight }
  const stated = larger.map(({ address }) => statedSize(address)).find((size) => size !== undefined)
  const known = larger.length > 0 ? stated : shown
  // Its own pixels are better all the same.
  if (known && area(known) <= area(from)) return { label: t.allowHost(host), tooltip: t.allowHostWhy }
  const gain = !known ? t.fullSizePicture : stated ? t.upToSize(sizeText(stated)) : sizeText(known)
  return {
    label: t.allowHostFor(host, gain),
    tooltip: joinSentences(t.insteadOf(gain, sizeText(from)), t.allowHostWhy),
  }
}

const area = ({ width, height }: Size) => width * height
const sizeText = ({ width, height }: Size) => `${width}×${height}`
