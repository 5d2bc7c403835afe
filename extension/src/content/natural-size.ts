import type { Size } from '../model/box.ts'

/** A picture that the page shows already is there at once. */
const TIMEOUT_MS = 1500

const sizes = new Map<string, Size>()

/** The size of a picture that only a style names, in its own pixels, once it was measured. */
export function measuredSize(address: string | undefined): Size | undefined {
  return address === undefined ? undefined : sizes.get(address)
}

/** Any origin: only the size is read. */
export async function measure(addresses: Iterable<string>): Promise<void> {
  const all = Promise.all([...new Set(addresses)].filter((address) => !sizes.has(address)).map(measureOne))
  await Promise.race([all, new Promise((resolve) => setTimeout(resolve, TIMEOUT_MS))])
}

function measureOne(address: string): Promise<void> {
  return new Promise((resolve) => {
    const image = new Image()
    image.onerror = () => resolve()
    image.onload = () => {
      const { naturalWidth: width, naturalHeight: height } = image
      if (width > 0 && height > 0) sizes.set(address, { width, height })
      resolve()
    }
    image.src = address
  })
}
