/** Hidden pages draw no frames, so it does not wait longer than this for one. */
const MAX_WAIT_MS = 200

/** Starts once the page has been drawn for the first time: until then a popup is not shown at all. */
export function afterFirstPaint(start: () => void): void {
  let isStarted = false
  const once = () => {
    if (isStarted) return
    isStarted = true
    start()
  }
  addEventListener('load', () => {
    requestAnimationFrame(() => setTimeout(once))
    setTimeout(once, MAX_WAIT_MS)
  })
}
