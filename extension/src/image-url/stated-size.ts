import type { Size } from '../model/box.ts'

const BOX = /[/_.-](\d{3,4})x(\d{3,4})(?=[/_.@-])/
/** Amazon's and eBay's: the longer side. */
const LONGER_SIDE = /(?:\._(?:AC_)?SL|\bs-l)(\d{3,4})(?=[_.])/
const WIDTH = /^(w|wid|width)$/i
const HEIGHT = /^(h|hei|height)$/i

/** The size that an address asks for; a shop sends no more, and may send less. `undefined` if the address states none. */
export function statedSize(address: string): Size | undefined {
  const url = URL.parse(address)
  if (!url) return undefined
  const [, width, height] = BOX.exec(url.pathname) ?? []
  if (width && height) return { width: Number(width), height: Number(height) }
  const [, side] = LONGER_SIDE.exec(url.pathname) ?? []
  if (side) return { width: Number(side), height: Number(side) }
  const asked = (name: RegExp) => Number([...url.searchParams].find(([key]) => name.test(key))?.[1])
  const size = { width: asked(WIDTH), height: asked(HEIGHT) }
  return size.width >= 100 && size.height >= 100 ? size : undefined
}
