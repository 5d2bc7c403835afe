import { browser } from 'wxt/browser'
import { AppError, type Failure } from '../model/failure.ts'

/** The request to the offscreen document, and its answer. */
export interface SvgRequest {
  type: 'svg'
  text: string
}
export type SvgAnswer = { url: string } | { failure: Failure }

const DOCUMENT = '/offscreen.html'
let paint: ((text: string) => Promise<string>) | undefined
let drawing: Promise<unknown> = Promise.resolve()

/** Lets this document, a view, rasterize SVG pictures itself. */
export function setSvgRasterizer(own: (text: string) => Promise<string>): void {
  paint = own
}

/**
 * An SVG picture as pixels. Only a document can draw it: for the background, one that is opened when it is needed.
 *
 * @throws AppError
 */
export async function rasterizeSvg(picture: Blob): Promise<Blob> {
  const text = await textOf(picture)
  const url = paint ? await paint(text) : await inTurn(() => offscreen(text))
  return (await fetch(url)).blob()
}

async function textOf(picture: Blob): Promise<string> {
  const bytes = new Uint8Array(await picture.arrayBuffer())
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

async function offscreen(text: string): Promise<string> {
  const close = await openDocument()
  try {
    const answer: SvgAnswer = await browser.runtime.sendMessage({ type: 'svg', text } satisfies SvgRequest)
    if ('failure' in answer) throw new AppError(answer.failure)
    return answer.url
  } finally {
    await close()
  }
}

/** @returns what closes it */
async function openDocument(): Promise<() => Promise<void> | void> {
  // Firefox's background has a document of its own, with room for others.
  const { document } = globalThis as { document?: BackgroundPage }
  if (document) {
    const frame = document.createElement('iframe')
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve))
    frame.src = DOCUMENT
    document.documentElement.append(frame)
    await loaded
    return () => frame.remove()
  }
  await browser.offscreen.createDocument({
    url: DOCUMENT,
    reasons: ['DOM_PARSER'],
    justification: 'Draws an SVG picture, which a service worker cannot.',
  })
  return () => browser.offscreen.closeDocument()
}

/** The part of the DOM that this needs: the background of other browsers has none. */
interface BackgroundPage {
  createElement(name: 'iframe'): {
    src: string
    addEventListener(type: 'load', listener: (value: unknown) => void): void
    remove(): void
  }
  documentElement: { append(child: object): void }
}

/** There can be only one offscreen document. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const result = drawing.then(work)
  drawing = result.catch(() => {})
  return result
}
