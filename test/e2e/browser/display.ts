import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Frame, readFrame } from './frame.ts'
import { firstMatch, start, stop } from './program.ts'
import { until } from './wait.ts'

export interface Display {
  /** For the environment variable DISPLAY, such as ":3". */
  name: string
  frame(): Promise<Frame>
  close(): Promise<void>
}

export const screenSize = { width: 1366, height: 900 }

export async function startDisplay(): Promise<Display> {
  const directory = await mkdtemp(join(tmpdir(), 'display-'))
  const screen = `${screenSize.width}x${screenSize.height}x24`
  const child = start(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', screen, '-fbdir', directory, '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  )
  const close = async () => {
    await stop(child)
    await rm(directory, { recursive: true, force: true })
  }
  try {
    const number = await firstMatch(child, 3, /(\d+)\n/)
    const file = join(directory, 'Xvfb_screen0')
    await until('the frame buffer', async () => (await readFile(file)).length > 0)
    return { name: `:${number}`, frame: async () => readFrame(await readFile(file)), close }
  } catch (error) {
    await close()
    throw error
  }
}
