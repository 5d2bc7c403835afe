import { useCallback, useEffect, useState } from 'preact/hooks'

const UNDO_MS = 8000

export interface Notice {
  text: string
  undo: (() => void) | undefined
}

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

export function Toast({
  notice,
  label,
  onDismiss,
}: {
  notice: Notice | undefined
  label: string
  onDismiss: () => void
}) {
  if (!notice) return null
  return (
    <div class="toast" role="status">
      <span>{notice.text}</span>
      {notice.undo && (
        <button
          type="button"
          class="link undo"
          onClick={() => {
            notice.undo?.()
            onDismiss()
          }}
        >
          {label}
        </button>
      )}
    </div>
  )
}
