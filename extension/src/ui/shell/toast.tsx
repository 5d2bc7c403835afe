export interface Notice {
  text: string
  undo: (() => void) | undefined
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
