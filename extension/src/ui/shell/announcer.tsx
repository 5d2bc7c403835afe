import { useCallback, useEffect, useState } from 'preact/hooks'

const UNDO_MS = 8000

export interface Notice {
  text: string
  undo: (() => void) | undefined
}

/** The words for whoever hears, and the line for whoever sees; both change, neither moves anything. */
export function useAnnouncer() {
  const [spoken, setSpoken] = useState('')
  const [told, setTold] = useState<Notice>()
  useEffect(() => {
    if (!told) return
    const timer = setTimeout(() => setTold(undefined), UNDO_MS)
    return () => clearTimeout(timer)
  }, [told])
  const announce = useCallback((text: string) => setSpoken(text), [])
  const tell = useCallback((text: string, undo?: () => void) => {
    setTold({ text, undo })
  }, [])
  return { spoken, told, announce, tell, forget: () => setTold(undefined) }
}

export function LiveRegion({ text }: { text: string }) {
  return (
    <div class="visually-hidden" aria-live="polite" role="status">
      {text}
    </div>
  )
}

export function Toast({
  told,
  label,
  onDone,
}: {
  told: Notice | undefined
  label: string
  onDone: () => void
}) {
  if (!told) return null
  return (
    <div class="toast" role="status">
      <span>{told.text}</span>
      {told.undo && (
        <button
          type="button"
          class="link undo"
          onClick={() => {
            told.undo?.()
            onDone()
          }}
        >
          {label}
        </button>
      )}
    </div>
  )
}
