import { browser } from 'wxt/browser'
import { allElements, shadowOf } from '../dom/elements.ts'
import type { VisibleBox } from '../model/box.ts'
import { visibleBoxOf } from './visible-box.ts'

type Frame = HTMLIFrameElement | HTMLFrameElement | HTMLObjectElement | HTMLEmbedElement

/** Frames within frames beyond this are not looked for. */
const MAX_DEPTH = 8

/**
 * Where the frame that was clicked is on the screen, though it cannot be entered. If it lies within another such frame,
 * that one's place: nothing inside it can be measured.
 *
 * @param url of the clicked frame, which a redirection may have made another than its element names
 * @param frameId the browser's; only Firefox tells which element has it
 */
export function visibleBoxOfFrame(url: string, frameId: number): VisibleBox | undefined {
  const frames = reachableFrames(document)
    .map((frame) => ({ frame, box: visibleBoxOf(frame) }))
    .filter((each): each is { frame: Frame; box: VisibleBox } => each.box !== undefined)
  const focused = focusedFrame()
  const tests: ((frame: Frame) => boolean)[] = [
    (frame) => holds(frame, frameId),
    // A press of any mouse button gives a frame the focus of its document.
    (frame) => frame === focused && mayShow(frame, url),
    (frame) => addressOf(frame) === url && frame.matches(':hover'),
    (frame) => addressOf(frame) === url,
    (frame) => frame.matches(':hover') && !documentIn(frame),
    (frame) => frame === focused,
    (frame) => URL.parse(addressOf(frame))?.origin === URL.parse(url)?.origin,
  ]
  for (const test of tests) {
    const [best] = frames.filter(({ frame }) => test(frame)).sort((a, b) => area(b.box) - area(a.box))
    if (best) return best.box
  }
  return frames.length === 1 ? frames[0]?.box : undefined
}

/** In this document and in those of its frames that can be entered, the outer ones first. */
function reachableFrames(root: Document, depth = 0): Frame[] {
  if (depth > MAX_DEPTH) return []
  const frames = allElements(root).filter(isFrame)
  const inner = frames.flatMap((frame) => {
    const content = documentIn(frame)
    return content ? reachableFrames(content, depth + 1) : []
  })
  return [...frames, ...inner]
}

/** Not by class: each document has its own. Not every browser says what an `object` or an `embed` holds. */
function isFrame(element: Element): element is Frame {
  return /^(iframe|frame|object|embed)$/.test(element.localName)
}

function documentIn(frame: Frame): Document | undefined {
  try {
    return ('contentDocument' in frame && frame.contentDocument) || undefined
  } catch {
    return undefined
  }
}

/** The innermost frame that has the focus, as far as the documents can be entered. */
function focusedFrame(): Element | undefined {
  let [frame, root]: [Element | undefined, Document | ShadowRoot | undefined] = [undefined, document]
  for (let depth = 0; root && depth < MAX_DEPTH; depth++) {
    const focused: Element | null = root.activeElement
    if (!focused) break
    if (isFrame(focused)) frame = focused
    root = isFrame(focused) ? documentIn(focused) : (shadowOf(focused) ?? undefined)
  }
  return frame
}

/** Whether a frame or one within it is the browser's frame of that number. */
function holds(frame: Frame, frameId: number): boolean {
  const { runtime } = browser as unknown as { runtime: { getFrameId?(target: unknown): number } }
  if (!runtime.getFrameId) return false
  const content = 'contentWindow' in frame ? frame.contentWindow : null
  if (documentIn(frame) || !content) return runtime.getFrameId(frame) === frameId
  const isWithin = (view: Window, depth = 0): boolean => {
    if (depth > MAX_DEPTH) return false
    if (runtime.getFrameId?.(view) === frameId) return true
    // The windows within are counted and named also to strangers.
    return Array.from({ length: view.length }, (_, at) => view[at] as Window).some((each) =>
      isWithin(each, depth + 1),
    )
  }
  return isWithin(content)
}

/** A frame that can be entered has been: what was clicked is another. */
function mayShow(frame: Frame, url: string): boolean {
  const content = documentIn(frame)
  return !content || content.URL === url
}

function addressOf(frame: Frame): string {
  if ('data' in frame) return frame.data
  return 'srcdoc' in frame && frame.hasAttribute('srcdoc') ? 'about:srcdoc' : (frame.src.split('#')[0] ?? '')
}

function area({ width, height }: VisibleBox): number {
  return width * height
}
