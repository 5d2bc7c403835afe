/** A page that is not in sight draws no frames. */
const PATIENCE_MS = 200

/** Starts once the page has been drawn for the first time: what is run before that is run in front of nothing. */
export function afterFirstPaint(start: () => void): void {
  let isStarted = false
  const once = () => {
    if (isStarted) return
    isStarted = true
    start()
  }
  addEventListener('load', () => {
    requestAnimationFrame(() => setTimeout(once))
    setTimeout(once, PATIENCE_MS)
  })
}
