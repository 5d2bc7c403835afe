import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { transform } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../../tools/paths.ts'

const ENTRY = join(ROOT, 'test', 'scripts', 'launch.mjs')

describe('the entry point of every script', () => {
  test('has no syntax that Node 12 cannot read', async () => {
    const source = await readFile(ENTRY, 'utf8')
    const transformed = (code: string, target: string) =>
      transform(code, { target, supported: { 'dynamic-import': true }, format: 'esm' }).then((it) => it.code)
    // Whatever is newer would have to be written in another way.
    expect(await transformed(source, 'es2018')).toBe(await transformed(source, 'esnext'))
    const newer = `${source}\nprocess.env.A?.trim()`
    expect(await transformed(newer, 'es2018')).not.toBe(await transformed(newer, 'esnext'))
    // These are linked before anything runs; Node 12 has no "node:" and no such files either.
    expect(source).not.toMatch(/^import\s/m)
  })

  test.each(['12.22.12', '18.20.8', '19.9.0'])(
    'tells someone with Node %s to install a newer one',
    (version) => {
      const pretended = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`
      const preload = `data:text/javascript,${encodeURIComponent(pretended)}`
      const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', preload, ENTRY, 'start'], {
        encoding: 'utf8',
      })
      expect(stderr).toBe(
        `Node ${version} is too old: install Node 20 or newer from https://nodejs.org, then run the same command again.\n`,
      )
      expect(stdout).toBe('')
      expect(status).toBe(1)
    },
  )
})

describe('the packages of Node', () => {
  test('are in the lockfile, each with an integrity and the system that it is for', async () => {
    const lockfile = await readFile(join(ROOT, 'pnpm-lock.yaml'), 'utf8')
    const { PLATFORM_PACKAGES } = await import('./places.mjs')
    for (const name of PLATFORM_PACKAGES)
      expect(lockfile).toMatch(
        new RegExp(
          `\\n  ${name}@[\\d.]+:\\n    resolution: \\{integrity: sha512-\\S+\\}\\n    cpu: \\[\\w+\\]\\n    os: \\[\\w+\\]\\n`,
        ),
      )
  })

  test('are those that the root asks for, all in one version', async () => {
    const { PLATFORM_PACKAGES } = await import('./places.mjs')
    const { optionalDependencies } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'))
    expect(Object.keys(optionalDependencies).toSorted()).toEqual(PLATFORM_PACKAGES.toSorted())
    const workspace = await readFile(join(ROOT, 'pnpm-workspace.yaml'), 'utf8')
    const versions = PLATFORM_PACKAGES.map(
      (name) => new RegExp(`^ {2}${name}: (\\S+)$`, 'm').exec(workspace)?.[1],
    )
    expect(new Set([...versions, /^nodeVersion: (\S+)$/m.exec(workspace)?.[1]]).size).toBe(1)
  })
})
