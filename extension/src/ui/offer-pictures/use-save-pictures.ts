import { useEffect, useRef, useState } from 'preact/hooks'
import { dateAndTime } from '../../export/file-name.ts'
import { type OfferPicture, readPictures } from '../../export/offer-pictures.ts'
import { isChinese, texts } from '../../i18n/index.ts'
import type { KnownOffer } from '../../model/variant-match.ts'
import { download } from '../components/download.ts'
import { useApp } from '../state/app-context.tsx'

export type Saving =
  | { state: 'idle' | 'cancelled' | 'none-read' }
  | { state: 'reading'; done: number }
  | { state: 'saved'; name: string; pictures: number }

/** Reads an offer's pictures and saves them as one zip. Leaving the view cancels it. */
export function useSavePictures(
  offer: KnownOffer,
  pictures: OfferPicture[],
): { saving: Saving; save(): Promise<void>; cancel(): void } {
  const [saving, setSaving] = useState<Saving>({ state: 'idle' })
  const { notify } = useApp()
  const controller = useRef<AbortController>(undefined)
  const cancel = () => controller.current?.abort()
  useEffect(() => cancel, [])

  async function save(): Promise<void> {
    cancel()
    const own = new AbortController()
    controller.current = own
    setSaving({ state: 'reading', done: 0 })
    const end = await savePictures(
      own.signal,
      offer,
      pictures,
      (done) => own.signal.aborted || setSaving({ state: 'reading', done }),
    )
    // Another one that began since then says how it is going.
    if (controller.current !== own) return
    setSaving(end)
    if (end.state === 'idle') notify(texts().fileNotSaved)
  }
  return { saving, save, cancel }
}

/** @returns `idle` if it failed: only what the user stopped is cancelled */
export async function savePictures(
  signal: AbortSignal,
  offer: KnownOffer,
  pictures: readonly OfferPicture[],
  onRead: (done: number) => void,
): Promise<Saving> {
  try {
    const found = await readPictures(signal, pictures, onRead)
    if (found.read.length === 0) return { state: 'none-read' }
    const at = new Date()
    const { offerPicturesZip, zipName } = await import('../../export/offer-pictures-zip.ts')
    signal.throwIfAborted()
    const name = zipName(offer, dateAndTime(at))
    download(offerPicturesZip(offer, { ...found, at }, isChinese() ? 'zh' : 'en'), name)
    return { state: 'saved', name, pictures: found.read.length }
  } catch {
    return { state: signal.aborted ? 'cancelled' : 'idle' }
  }
}
