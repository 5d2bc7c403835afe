const TIMEOUT_MS = 8000
const MAX_BYTES = 40 * 1024 * 1024

/**
 * What only the page can read: an address of its own origin, or `blob:`; without an address what the element draws, a
 * canvas or a frame of a video.
 */
export async function readElement(element: Element, address?: string | null): Promise<string | undefined> {
  const blob = await (address ? fetched(address) : drawnBy(element)).catch(() => undefined)
  return blob && dataUrl(blob)
}

async function fetched(address: string): Promise<Blob | undefined> {
  if (!/^(https?|blob|data):/i.test(address)) return undefined
  const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS), cache: 'force-cache' })
  if (!response.ok || Number(response.headers.get('Content-Length') ?? 0) > MAX_BYTES) return undefined
  const blob = await response.blob()
  return blob.size > 0 && blob.size <= MAX_BYTES ? blob : undefined
}

/** Copied without loss: reducing and encoding are done where the page cannot interfere. */
async function drawnBy(element: Element): Promise<Blob | undefined> {
  if (element instanceof HTMLCanvasElement)
    return new Promise((resolve) => element.toBlob((blob) => resolve(blob ?? undefined), 'image/png'))
  // From a file, which not even its own page may fetch.
  if (element === document.documentElement && element.localName === 'svg')
    return new Blob([new XMLSerializer().serializeToString(document)], { type: 'image/svg+xml' })
  if (!(element instanceof HTMLVideoElement)) return undefined
  const canvas = new OffscreenCanvas(element.videoWidth, element.videoHeight)
  canvas.getContext('2d')?.drawImage(element, 0, 0)
  return canvas.convertToBlob({ type: 'image/png' })
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(blob)
  })
}
