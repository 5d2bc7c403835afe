import { useCallback, useEffect, useState } from 'preact/hooks'
import type { Notice } from './toast.tsx'

const UNDO_MS = 8000

/** A text for screen readers, and a toast for everybody else. Neither moves anything on the screen. */
export function useAnnouncer() {
  const [spoken, setSpoken] = useState('')
  const [notice, setNotice] = useState<Notice>()
  useEffect(() => {
    if (!notice) return
    const timer = setTimeout(() => setNotice(undefined), UNDO_MS)
    return () => clearTimeout(timer)
  }, [notice])
  const announce = useCallback((text: string) => setSpoken(text), [])
  const notify = useCallback((text: string, undo?: () => void) => {
    setNotice({ text, undo })
  }, [])
  return { spoken, announce, notice, notify, dismiss: () => setNotice(undefined) }
}

export function LiveRegion({ text }: { text: string }) {
  return (
    <div class="visually-hidden" aria-live="polite" role="status">
      {text}
    </div>
  )
}
