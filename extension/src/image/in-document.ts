import { browser } from 'wxt/browser'
import { AppError, type Failure } from '../model/failure.ts'

/**
 * What only a document can do with the file behind a `data:` address: draw what `createImageBitmap` cannot, such as an SVG
 * or a damaged picture; or find a frame of an animation that differs from its first one, which is of a single colour.
 */
export interface DocumentTask {
  type: 'draw' | 'laterFrame'
  url: string
}
/** A picture as a `data:` address; none if there is nothing better. */
export type TaskAnswer = { url: string | undefined } | { failure: Failure }

const DOCUMENT = '/offscreen.html'
let own: ((task: DocumentTask) => Promise<string | undefined>) | undefined
let working: Promise<unknown> = Promise.resolve()

/** Lets this document do the tasks itself: a view. */
export function setTaskRunner(run: (task: DocumentTask) => Promise<string | undefined>): void {
  own = run
}

/**
 * From a background, a hidden document does the task: what it takes need not be in the background's script.
 *
 * @throws AppError
 */
export async function inDocument(task: DocumentTask): Promise<Blob | undefined> {
  const url = own ? await own(task) : await inTurn(() => inHiddenDocument(task))
  return url ? (await fetch(url)).blob() : undefined
}

async function inHiddenDocument(task: DocumentTask): Promise<string | undefined> {
  const close = await openDocument()
  try {
    const answer: TaskAnswer = await browser.runtime.sendMessage(task)
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
    justification: 'Draws a picture, such as an SVG, that a service worker cannot draw.',
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
  const result = working.then(work)
  working = result.catch(() => {})
  return result
}
