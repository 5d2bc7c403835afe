import { useEffect, useState } from 'preact/hooks'
import { getBatchPicture } from '../../db/batches.ts'

/** A list has up to thousands of rows, of which some dozens are in sight. */
const MAX_THUMBS = 600
const thumbs = new Map<string, string>()

/** The small picture of a row; `undefined` until it was read. */
export function useThumb(batchId: string, digest: string | null): string | undefined {
  const key = `${batchId}/${digest}`
  const [, renderAgain] = useState<string>()
  useEffect(() => {
    if (digest === null || thumbs.has(key)) return
    let isWanted = true
    getBatchPicture(batchId, digest).then(
      (picture) => {
        if (!picture) return
        thumbs.set(key, picture.thumb)
        for (const oldest of thumbs.keys()) if (thumbs.size > MAX_THUMBS) thumbs.delete(oldest)
        if (isWanted) renderAgain(key)
      },
      // Without a picture the row is still there.
      () => {},
    )
    return () => {
      isWanted = false
    }
  }, [key])
  return thumbs.get(key)
}

/** An address of the picture that is sent; its small one until it was read. */
export function usePicture(batchId: string, digest: string | null): string | undefined {
  const thumb = useThumb(batchId, digest)
  const [picture, setPicture] = useState<{ digest: string; address: string }>()
  useEffect(() => {
    if (digest === null) return
    let address: string | undefined
    let isWanted = true
    getBatchPicture(batchId, digest).then(
      (found) => {
        if (!found || !isWanted) return
        address = URL.createObjectURL(found.jpeg)
        setPicture({ digest, address })
      },
      () => {},
    )
    return () => {
      isWanted = false
      if (address) URL.revokeObjectURL(address)
    }
  }, [batchId, digest])
  return picture?.digest === digest ? picture?.address : thumb
}
