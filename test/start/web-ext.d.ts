// web-ext has no types. These are of what is used here, from its own sources.
declare module 'web-ext' {
  import type { ChildProcess } from 'node:child_process'

  /** One browser. Which of the fields is there depends on its kind, and whether it runs. */
  export interface ExtensionRunner {
    run(): Promise<void>
    exit(): Promise<void>
    chromiumInstance?: LaunchedChromium | null
    chromiumLaunch?(options: { handleSIGINT?: boolean }): Promise<LaunchedChromium>
    runningInfo?: { firefox: ChildProcess }
  }

  export interface LaunchedChromium {
    process: ChildProcess
  }

  export interface RunOptions {
    sourceDir: string
    target: ['chromium' | 'firefox-desktop']
    startUrl: string
    args?: string[]
    noInput: boolean
    noReload: boolean
    keepProfileChanges?: boolean
    chromiumBinary?: string
    chromiumProfile?: string
    firefox?: string
    /** Preferences of Firefox. */
    pref?: Record<string, boolean | number | string>
  }

  export interface RunParts {
    /** Runs the browsers that it is given; by default several side by side. */
    MultiExtensionRunner: new (parts: {
      runners: ExtensionRunner[]
    }) => { run(): Promise<void> }
  }

  export const cmd: { run(options: RunOptions, parts: RunParts): Promise<unknown> }
}

declare module 'web-ext/util/logger' {
  /** Where web-ext writes what it tells a person. */
  export const consoleStream: {
    /** Whether it also tells what a browser writes. */
    verbose: boolean
    makeVerbose(): void
    startCapturing(): void
    capturedMessages: string[]
  }
}
