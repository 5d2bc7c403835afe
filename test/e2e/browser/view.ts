import type { Display } from './display.ts'
import type { AccessibleNode, Tab, View } from './driver.ts'
import { type Box, savePng } from './frame.ts'
import type { Input, Point } from './input.ts'
import { asJson, boxOf, fillIn, fromJson, middleOf, textOf } from './script.ts'
import { CEILING_MS, until } from './wait.ts'

/** What each browser does in its own way for one document. */
export interface Surface {
  /** Evaluates, awaits, and returns a string or undefined. */
  evaluate(script: string): Promise<unknown>
  exists(): Promise<boolean>
  /** Brings it where the mouse can reach it. */
  show(): Promise<void>
  dismiss(): Promise<void>
  accessibilityTree?(): Promise<AccessibleNode[]>
  /** A script for the screen position of its top left corner; a page needs none. */
  corner?: string
}

export interface TabSurface extends Surface {
  /** Ends when the new document is complete. */
  goto(url: string): Promise<void>
  /** Opens the context menu at a point of the screen and chooses the extension's item. */
  chooseItem(point: Point): Promise<void>
}

/** What Escape closes before the popup; a tooltip goes with the focus. */
const CLOSE_INNER = `(document.activeElement?.blur(),
  document.querySelectorAll(':modal, :popover-open').forEach((each) => each.open ? each.close() : each.hidePopover()))`

/** Closes a popup with Escape, which a search field, a menu or a dialog would take for itself. */
export async function pressEscape(surface: Pick<Surface, 'evaluate'>, input: Input): Promise<void> {
  // Fails if the popup has closed by itself meanwhile.
  await surface.evaluate(asJson(CLOSE_INNER)).catch(() => {})
  await input.press('Escape')
}

export function createView(surface: Surface, display: Display, input: Input): View {
  const evaluate = async <T>(script: string) => fromJson<T>(await surface.evaluate(asJson(script)))
  const { corner } = surface
  return {
    evaluate,
    waitFor: async <T>(script: string, timeoutMs = CEILING_MS) =>
      (await until(`a truthy ${script}`, () => evaluate<T>(script), { timeoutMs })) as T,
    text: (selector) => evaluate(textOf(selector)),
    fill: (selector, text) => evaluate(fillIn(selector, text)),
    click: async (selector) => {
      await surface.show()
      await input.click(await settledMiddle(evaluate, selector, true, corner))
    },
    screenshot: async (path) => {
      await surface.show()
      await savePng(await display.frame(), path, await evaluate<Box>(boxOf(corner)))
    },
    close: async () => {
      const isGone = async () => !(await surface.exists())
      // On a busy machine a key that closes a popup may come before the popup has the focus.
      await until('the view to close', async () => {
        if (await isGone()) return true
        await surface.dismiss()
        return until('the view to be gone', isGone, { timeoutMs: 5_000 })
      })
    },
    closed: async () => !(await surface.exists()),
    accessibilityTree: async () => {
      if (!surface.accessibilityTree) throw new Error('This browser does not tell its accessibility tree')
      return surface.accessibilityTree()
    },
  }
}

export function createTab(surface: TabSurface, display: Display, input: Input): Tab {
  const view = createView(surface, display, input)
  return {
    ...view,
    findOn1688: async (selector, at) => {
      await surface.show()
      await surface.chooseItem(await settledMiddle(view.evaluate, selector, false, undefined, at))
    },
    goto: surface.goto,
  }
}

/** Asks until two answers agree: a page that is still loading moves its elements away from the mouse. */
async function settledMiddle(
  evaluate: View['evaluate'],
  selector: string,
  reachable: boolean,
  corner?: string,
  at?: Point,
): Promise<Point> {
  let before: Point | undefined
  return until(`${selector} to hold still${reachable ? ' and be reachable' : ''}`, async () => {
    const now = await evaluate<Point>(middleOf(selector, reachable, corner, at))
    const settled = before?.x === now.x && before.y === now.y
    before = now
    return settled && now
  })
}
