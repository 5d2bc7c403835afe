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

/** Lets this document rasterize SVG pictures itself: a view, or Firefox's background page. */
export function setSvgRasterizer(own: (text: string) => Promise<string>): void {
  paint = own
}

/**
 * An SVG picture as pixels. Only a document can draw it: in Chrome's background, which has none, an offscreen one.
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
  await browser.offscreen.createDocument({
    url: DOCUMENT,
    reasons: ['DOM_PARSER'],
    justification: 'Draws an SVG picture, which a service worker cannot.',
  })
  try {
    const answer: SvgAnswer = await browser.runtime.sendMessage({ type: 'svg', text } satisfies SvgRequest)
    if ('failure' in answer) throw new AppError(answer.failure)
    return answer.url
  } finally {
    await browser.offscreen.closeDocument()
  }
}

/** There can be only one offscreen document. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const result = drawing.then(work)
  drawing = result.catch(() => {})
  return result
}
