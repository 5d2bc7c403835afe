import type { Display } from './display.ts'
import type { Box, Frame } from './frame.ts'
import type { Input, Point } from './input.ts'
import { until } from './wait.ts'

const tallestItem = 48

/**
 * No protocol can inspect the window of Chromium's menu. Items of extensions have a group of their own, and the last
 * group belongs to the developer tools: so ours is alone in the last group but one.
 */
export async function chooseExtensionItem(point: Point, display: Display, input: Input): Promise<void> {
  const before = new Set(await input.windows())
  const opened = async () => (await input.windows()).filter((window) => !before.has(window))
  let last: Point | undefined
  let menu = ''
  const settledItem = async () => {
    for (const window of await opened()) {
      // A bubble that shows the address of a link is a window too, but has no groups.
      const found = loneItem(await display.frame(), await input.box(window))
      const settled = found && last?.y === found.y
      last = found ?? last
      menu = window
      if (settled) return found
    }
    return undefined
  }
  const item = await until("the extension's item in the context menu", async () => {
    await input.click(point, 'right')
    // A document that has not been painted yet loses its input: then no menu ever opens.
    return until('its menu', settledItem, { timeoutMs: 3_000 }).catch(async (error) => {
      await input.press('Escape')
      throw error
    })
  })
  await input.click(item)
  await until('the context menu to close', async () => !(await input.windows()).includes(menu))
}

function loneItem(frame: Frame, box: Box): Point | undefined {
  const group = groups(frame, box).at(-2)
  if (!group || group.bottom - group.top > tallestItem) return undefined
  return { x: box.x + Math.min(90, box.width / 2), y: Math.round((group.top + group.bottom) / 2) }
}

/** The groups of items. Separators are lines of one colour, thinner than the margin of a highlighted item. */
function groups(frame: Frame, box: Box): { top: number; bottom: number }[] {
  const left = Math.max(0, box.x + 10)
  const right = Math.min(frame.width, box.x + box.width - 10)
  const top = Math.max(0, box.y)
  const bottom = Math.min(frame.height, box.y + box.height)
  const background = commonest(frame, left, top, right, bottom)
  const found: { top: number; bottom: number }[] = []
  let groupTop = top
  let lineRows = 0
  for (let y = top + 4; y < bottom - 4; y++) {
    const colour = frame.colour(left, y)
    let plain = colour !== background
    for (let x = left; plain && x < right; x++) plain = frame.colour(x, y) === colour
    if (plain) {
      lineRows++
      continue
    }
    if (lineRows === 1 || lineRows === 2) {
      found.push({ top: groupTop, bottom: y - lineRows })
      groupTop = y
    }
    lineRows = 0
  }
  return [...found, { top: groupTop, bottom }]
}

function commonest(
  frame: Frame,
  left: number,
  top: number,
  right: number,
  bottom: number,
): number | undefined {
  const counts = new Map<number, number>()
  for (let y = top; y < bottom; y += 3) {
    for (let x = left; x < right; x += 3) {
      const colour = frame.colour(x, y)
      counts.set(colour, (counts.get(colour) ?? 0) + 1)
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}
