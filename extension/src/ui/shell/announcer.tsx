import { useCallback, useEffect, useState } from 'preact/hooks'
import type { Notice } from './toast.tsx'

const UNDO_MS = 8000

let lastId = 0

interface Spoken {
  id: number
  text: string
}

/** A text for screen readers, and a toast for everybody else. Neither moves anything on the screen. */
export function useAnnouncer() {
  const [spoken, setSpoken] = useState<Spoken>()
  const [notice, setNotice] = useState<Notice>()
  useEffect(() => {
    if (!notice) return
    const timer = setTimeout(() => setNotice(undefined), UNDO_MS)
    return () => clearTimeout(timer)
  }, [notice])
  const announce = useCallback((text: string) => setSpoken({ id: ++lastId, text }), [])
  const notify = useCallback((text: string, undo?: Notice['undo'], other?: Notice['other']) => {
    setNotice({ id: ++lastId, text, undo, other })
  }, [])
  return { spoken, announce, notice, notify, dismiss: () => setNotice(undefined) }
}

export function LiveRegion({ spoken }: { spoken: Spoken | undefined }) {
  return (
    <div class="visually-hidden" aria-live="polite" role="status">
      {/* A new element says the same text again, such as for the next offer. */}
      {spoken && <span key={spoken.id}>{spoken.text}</span>}
    </div>
  )
}
