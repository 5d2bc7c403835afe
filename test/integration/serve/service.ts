import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../tools/paths.ts'

export interface ServiceOptions extends StartOptions {
  data: string
  /** The folder with .dev.vars. */
  settings: string
}

export interface StartOptions {
  port?: number
  args?: string[]
  env?: NodeJS.ProcessEnv
  byNpm?: boolean
}

/** A running `npm run serve`; its process is npm's only if it was asked for. */
export interface Service {
  process: ChildProcess
  /** Resolves to its exit code; `null` if it was killed. */
  ended: Promise<number | null>
  /** Resolves once it is ready; rejects with what it printed if it ends before. */
  ready: Promise<{ url: string; connectionCode: string | undefined }>
  said(): string
}

export function startService(service: ServiceOptions): Service {
  const { data, settings, port = 0, args = [], env, byNpm = false } = service
  const options = ['--data', data, '--settings', settings, '--port', String(port), ...args]
  const [program = '', ...given] = byNpm
    ? ['npm', 'run', '--silent', 'serve', '--']
    : [process.execPath, join(ROOT, 'test', 'scripts', 'serve.ts')]
  const child = spawn(program, [...given, ...options], { cwd: ROOT, env: { ...process.env, ...env } })
  let said = ''
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)))
  const ready: Service['ready'] = new Promise((resolve, reject) => {
    const onOutput = (text: Buffer) => {
      said += text
      const url = /^ready {2}worker (\S+)/m.exec(said)?.[1]
      if (url) resolve({ url, connectionCode: /^find1688:\S+$/m.exec(said)?.[0] })
    }
    child.stdout.on('data', onOutput)
    child.stderr.on('data', onOutput)
    child.on('close', () => reject(new Error(`it ended before it was ready:\n${said}`)))
  })
  ready.catch(() => {})
  return { process: child, ended, ready, said: () => said }
}

/** The process of the workerd that serves a data folder; `undefined` if there is none. */
export function workerdOf(data: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(data, 'workerd.pid'), 'utf8'))
    return readlinkSync(`/proc/${pid}/exe`).includes('workerd') ? pid : undefined
  } catch {
    return undefined
  }
}
