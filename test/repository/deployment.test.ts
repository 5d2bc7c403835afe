import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { unstable_readConfig as readConfig } from 'wrangler'
import { SETTINGS } from '../serve/settings.ts'
import { ROOT } from '../tools/paths.ts'
import { project, textOf } from './files.ts'

/** A configuration with what only its place explains left out. */
function configIn(folder: string, env?: string) {
  const { configPath, userConfigPath, topLevelName, main, base_dir, build, $schema, ...rest } = readConfig({
    config: join(ROOT, folder, 'wrangler.jsonc'),
    env,
  }) as ReturnType<typeof readConfig> & Record<string, unknown>
  return { ...rest, main, base_dir }
}

/** The names that an example sets, and those that it only shows. */
function namesIn(example: string): { set: string[]; shown: string[] } {
  const names = (pattern: RegExp) => [...textOf(example).matchAll(pattern)].map(([, name]) => `${name}`)
  return { set: names(/^([A-Z_]+)=/gm), shown: names(/^# ([A-Z_]+)=/gm) }
}

test.each([undefined, 'staging'])('what is deployed is what is tested and served (%s)', (env) => {
  expect(configIn('.', env)).toEqual(configIn('worker', env))
})

describe('worker/.dev.vars.example', () => {
  const { set, shown } = namesIn('worker/.dev.vars.example')

  test('has every setting once', () => {
    expect([...set, ...shown].sort()).toEqual([...SETTINGS].sort())
    const declared = [
      ...textOf('worker/src/env-vars.ts').matchAll(/^ {2}(\w+)\??: (string|string \| number)$/gm),
    ]
    expect(declared.map(([, name]) => name).sort()).toEqual([...SETTINGS].sort())
  })

  test('explains each', () => {
    const lines = textOf('worker/.dev.vars.example').split('\n')
    const unexplained = lines.filter(
      (line, index) => /^(# )?[A-Z_]+=/.test(line) && !/^# (?![A-Z_]+=)/.test(lines[index - 1] ?? ''),
    )
    expect(unexplained).toEqual([])
  })
})

describe('the deploy button', () => {
  const { cloudflare, homepage } = project as unknown as {
    cloudflare: { bindings: Record<string, { description: string }> }
    homepage: string
  }

  test('asks for what every deployment needs, and for nothing that is a var', () => {
    const { set } = namesIn('.dev.vars.example')
    const config = configIn('.')
    expect(set).toEqual(expect.arrayContaining(config.secrets?.required ?? []))
    // Wrangler refuses a name that is both a var and a secret.
    expect(set.filter((name) => name in config.vars)).toEqual([])
    expect(textOf('.dev.vars.example')).not.toMatch(/^[A-Z_]+=\S/m)
    expect(Object.keys(cloudflare.bindings)).toEqual(
      expect.arrayContaining([...set, ...Object.keys(config.vars)]),
    )
  })

  test('leads to this repository', () => {
    expect(textOf('README.md')).toContain(`https://deploy.workers.cloudflare.com/?url=${homepage})`)
  })
})

test('git ignores files with settings, and no example', () => {
  const paths = [
    '.dev.vars',
    'worker/.dev.vars.staging',
    '.env',
    'worker/.env.local',
    'worker/.deployed/a.json',
  ]
  const ignored = (path: string) => {
    try {
      return execFileSync('git', ['check-ignore', '--no-index', path], { cwd: ROOT, encoding: 'utf8' }).trim()
    } catch {
      return undefined
    }
  }
  expect(paths.map(ignored)).toEqual(paths)
  expect(['.dev.vars.example', 'worker/.dev.vars.example', '.env.example'].map(ignored)).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})
