export interface Notice {
  /** So that the same text is announced again. */
  id: number
  text: string
  undo?: (() => void) | undefined
  /** Something else to do instead. */
  other?: { label: string; run(): void } | undefined
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
  const button = (name: string, text: string, run: () => void) => (
    <button
      type="button"
      class={`link ${name}`}
      onClick={() => {
        run()
        onDismiss()
      }}
    >
      {text}
    </button>
  )
  // Always there, because screen readers are silent on a region that comes together with its text.
  return (
    <div role="status">
      {notice && (
        <div class="toast" key={notice.id}>
          <span>{notice.text}</span>
          {notice.other && button('other', notice.other.label, notice.other.run)}
          {notice.undo && button('undo', label, notice.undo)}
        </div>
      )}
    </div>
  )
}
