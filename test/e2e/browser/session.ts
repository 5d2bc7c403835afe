import type { ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Display, screenSize, startDisplay } from './display.ts'
import type { LaunchOptions } from './driver.ts'
import { copyExtension, type Extension } from './extension.ts'
import { createInput, type Input } from './input.ts'
import { residentBytes } from './memory.ts'
import { firstMatch, start, stop } from './program.ts'
import { until } from './wait.ts'

export interface Session {
  display: Display
  input: Input
  extension: Extension
  profile: string
  /** Starts the browser, and returns where it can be controlled: what it says first that matches. */
  run(
    program: string,
    args: string[],
    listening: { fd: 1 | 2; pattern: RegExp },
    env?: Record<string, string>,
  ): Promise<string>
  /** Of the browser and everything it started. */
  residentBytes(): Promise<number>
  /** Without giving the browser time to end. */
  kill(): Promise<void>
  close(): Promise<void>
}

/** A screen, a profile and a copy of the extension that belong to one browser and vanish with it. */
export async function startSession(options: LaunchOptions): Promise<Session> {
  const directory = options.home ?? (await mkdtemp(join(tmpdir(), 'browser-')))
  let browser: ChildProcess | undefined
  let display: Display | undefined
  const close = async () => {
    if (browser) await stop(browser)
    await display?.close()
    if (options.home) return
    // A browser's last helper processes still write while they end.
    await rm(directory, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
  try {
    const extension = await copyExtension(
      options.extensionDir,
      join(directory, 'extension'),
      options.language ?? 'en',
    )
    display = await startDisplay()
    const name = display.name
    return {
      display,
      input: createInput(name),
      extension,
      profile: join(directory, 'profile'),
      run: async (program, args, listening, env) => {
        browser = start(program, args, {
          env: { ...process.env, HOME: directory, TMPDIR: directory, DISPLAY: name, ...env },
          stdio: ['ignore', 'pipe', 'pipe'],
        })
        // Output that nobody reads would block the browser in the end.
        browser.stdout?.resume()
        browser.stderr?.resume()
        return firstMatch(browser, listening.fd, listening.pattern)
      },
      residentBytes: () => residentBytes(browser?.pid ?? 0),
      kill: async () => {
        browser?.kill('SIGKILL')
        await close()
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** There is no window manager that would focus a window. */
export async function focusWindow(input: Input): Promise<void> {
  const find = async () => {
    for (const id of await input.windows()) {
      const box = await input.box(id)
      // Chromium takes a pixel less than the screen, Firefox all of it.
      if (box.width >= screenSize.width - 10) return id
    }
    return undefined
  }
  await input.focus(await until('the window of the browser', find))
}
