import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ExtensionRunner } from 'web-ext'
import type { ChosenBrowser } from './choose-browser.ts'

export interface OpenBrowser {
  /** Resolves when it has ended, for whatever reason. */
  ended: Promise<void>
  close(): Promise<void>
}

export interface OpenOptions {
  extension: string
  url: string
  /** Where a profile is made, which stays. Firefox's is among the temporary files of this process. */
  profile: string
}

/**
 * Opens a page in a browser that has the extension, by web-ext: of a Chromium through its debugging pipe, since branded ones
 * ignore --load-extension from version 137 on; of Firefox as a temporary add-on.
 *
 * @throws an error with what the browser said if it ends before it has the extension
 */
export async function openBrowser(
  { path, engine, name }: ChosenBrowser,
  { extension, url, profile }: OpenOptions,
): Promise<OpenBrowser> {
  const { cmd } = await import('web-ext')
  const { consoleStream } = await import('web-ext/util/logger')
  // It would tell a person how to use web-ext.
  consoleStream.startCapturing()
  consoleStream.makeVerbose()
  mkdirSync(profile, { recursive: true })
  if (engine === 'chromium') shortenTemporaryFolder()
  let runner: ExtensionRunner | undefined
  class OneBrowser {
    constructor({ runners: [first] }: { runners: ExtensionRunner[] }) {
      runner = first
      const launch = first?.chromiumLaunch
      if (!launch) return
      first.chromiumLaunch = async (launchOptions) => {
        const launched = await launch({ ...launchOptions, handleSIGINT: false })
        // web-ext notices that the browser has ended; the pipe to it would end this process too.
        for (const stream of launched.process.stdio) stream?.on('error', () => {})
        return launched
      }
    }

    async run(): Promise<void> {
      await runner?.run()
    }
  }
  const opening = cmd.run(
    {
      sourceDir: extension,
      startUrl: url,
      noInput: true,
      noReload: true,
      ...(engine === 'firefox'
        ? { target: ['firefox-desktop'], firefox: path, pref: FIREFOX_PREFERENCES }
        : {
            target: ['chromium'],
            chromiumBinary: path,
            chromiumProfile: profile,
            // The profile is a new one, and who named it deletes it.
            keepProfileChanges: true,
            args: chromiumArgs(),
          }),
    },
    { MultiExtensionRunner: OneBrowser },
  )
  const processOf = () => runner?.runningInfo?.firefox ?? runner?.chromiumInstance?.process
  try {
    await Promise.race([opening, earlyEnd(opening, processOf)])
  } catch (error) {
    opening.catch(() => {})
    await end(processOf())
    const told =
      engine === 'firefox'
        ? consoleStream.capturedMessages
            .flatMap((line) => /Firefox stderr: (.*)/s.exec(line)?.[1] ?? [])
            .join('\n')
        : readIfThere(join(profile, 'chrome-err.log'))
    throw new Error(`${name} did not open${lastWords(told)}`, { cause: error })
  }
  consoleStream.verbose = false
  consoleStream.startCapturing()
  const browser = processOf()
  if (!browser) throw new Error(`${name} ended at once`)
  const ended = hasEnded(browser) ? Promise.resolve() : once(browser, 'exit').then(() => {})
  return { ended, close: () => end(browser) }
}

/** Firefox asks for much at the first start of a profile. */
const FIREFOX_PREFERENCES = {
  'browser.aboutwelcome.enabled': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'termsofuse.bypassNotification': true,
}

/**
 * Chromium makes a socket 45 characters below the folder for temporary files, and crashes if the path is longer than that of a
 * socket may be: 103 on macOS, which is the least.
 */
function shortenTemporaryFolder(): void {
  if (process.platform !== 'win32' && tmpdir().length > 103 - 45) process.env.TMPDIR = '/tmp'
}

function chromiumArgs(): string[] {
  return [
    // Its sandbox does not work for root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    // On a desktop without X11 it has to be told.
    ...(!process.env.DISPLAY && process.env.WAYLAND_DISPLAY ? ['--ozone-platform=wayland'] : []),
  ]
}

/** Rejects if the browser ends first: web-ext goes on asking a Firefox that is gone for half a minute. */
async function earlyEnd(opening: Promise<unknown>, processOf: () => ChildProcess | undefined): Promise<void> {
  let isOpen = false
  const done = () => {
    isOpen = true
  }
  opening.then(done, done)
  while (!isOpen) {
    const browser = processOf()
    if (browser && hasEnded(browser)) throw new Error('the browser ended')
    await sleep(100)
  }
  await opening
}

/** How long a browser may take to end by itself, which leaves nothing behind. */
const END_MS = 3000

async function end(browser: ChildProcess | undefined): Promise<void> {
  if (!browser || hasEnded(browser)) return
  const ended = once(browser, 'exit')
  browser.kill('SIGTERM')
  const timer = setTimeout(() => browser.kill('SIGKILL'), END_MS)
  await ended
  clearTimeout(timer)
}

function hasEnded({ exitCode, signalCode, pid }: ChildProcess): boolean {
  return pid === undefined || exitCode !== null || signalCode !== null
}

/** What a browser wrote last as the reason why it ended: its last error, or its last line. */
function lastWords(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const line = lines.findLast((each) => /error|cannot|failed/i.test(each)) ?? lines.at(-1)
  // Chromium puts the process, the time and its own file before it.
  return line ? `: ${line.replace(/^\[[^\]\s]*\] /, '')}` : ''
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
