import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Box } from './frame.ts'
import { CEILING_MS } from './wait.ts'

const run = promisify(execFile)

export interface Point {
  x: number
  y: number
}

/** Mouse, keyboard and windows through the X server: the browser cannot tell this from a user. */
export interface Input {
  click(point: Point, button?: 'left' | 'right'): Promise<void>
  /** With the left button down, in small steps. */
  drag(from: Point, to: Point): Promise<void>
  press(...keys: string[]): Promise<void>
  /** Ids of the visible top-level windows: browser windows and menus. */
  windows(): Promise<string[]>
  box(window: string): Promise<Box>
  focus(window: string): Promise<void>
}

export function createInput(display: string): Input {
  const xdotool = async (...args: (string | number)[]) => {
    const options = { env: { ...process.env, DISPLAY: display }, timeout: CEILING_MS }
    return (await run('xdotool', args.map(String), options)).stdout
  }
  return {
    click: async ({ x, y }, button = 'left') => {
      // Two moves: a menu or a hover style that opens under a resting pointer ignores a press without a motion before it.
      const [left, top] = [Math.round(x), Math.round(y)]
      await xdotool(
        'mousemove',
        left - 2,
        top,
        'mousemove',
        left,
        top,
        'sleep',
        0.03,
        'click',
        button === 'left' ? 1 : 3,
      )
    },
    drag: async (from, to) => {
      const steps = [0.25, 0.5, 0.75, 1].flatMap((part) => [
        'mousemove',
        Math.round(from.x + (to.x - from.x) * part),
        Math.round(from.y + (to.y - from.y) * part),
        'sleep',
        0.02,
      ])
      await xdotool(
        'mousemove',
        Math.round(from.x),
        Math.round(from.y),
        'sleep',
        0.05,
        'mousedown',
        1,
        ...steps,
      )
      await xdotool('sleep', 0.05, 'mouseup', 1)
    },
    press: async (...keys) => void (await xdotool('key', '--delay', 40, ...keys)),
    windows: async () => {
      // The first is the root window itself.
      const [, ...windows] = (await xdotool('search', '--onlyvisible', '--maxdepth', 1, '--name', ''))
        .trim()
        .split('\n')
      return windows
    },
    box: async (window) => {
      const text = await xdotool('getwindowgeometry', '--shell', window)
      const field = (name: string) => Number(new RegExp(`^${name}=(-?\\d+)$`, 'm').exec(text)?.[1])
      return { x: field('X'), y: field('Y'), width: field('WIDTH'), height: field('HEIGHT') }
    },
    // There is no window manager: without this, keys go to whatever lies under the pointer.
    focus: async (window) => void (await xdotool('windowfocus', '--sync', window)),
  }
}
