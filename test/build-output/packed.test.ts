import { readFileSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packExtension } from '../scripts/pack-extension.ts'
import { ROOT } from '../tools/paths.ts'
import { runNode } from '../tools/run-program.ts'
import { type Files, unzip } from '../tools/unzip.ts'
import { filesIn } from './folders.ts'

const VERSION: string = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version
/** A client key, a private key, or the address of a proxy on this machine. */
const SECRET = /f1688_[0-9a-f]{16}_|-----BEGIN [A-Z ]*PRIVATE KEY|127\.0\.0\.1:\d/

let folder: string
let zips: Record<'chrome' | 'firefox' | 'sources', Files>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'packed-'))
  const packed = await packExtension(folder)
  zips = {
    chrome: unzip(readFileSync(packed.chrome)),
    firefox: unzip(readFileSync(packed.firefox)),
    sources: unzip(readFileSync(packed.sources)),
  }
})

afterAll(() => rm(folder, { recursive: true, force: true }))

describe.each(['chrome', 'firefox'] as const)('the zip for %s', (browser) => {
  test("has the manifest at its root, with the project's version", () => {
    expect(manifestOf(browser).version).toBe(VERSION)
  })

  test('contains every file of the build, and the icons named in the manifest', () => {
    const names = filesIn(join(folder, `${browser}-mv3`)).map((file) =>
      relative(join(folder, `${browser}-mv3`), file),
    )
    expect([...zips[browser].keys()].sort()).toEqual(names.sort())
    for (const [size, path] of Object.entries(manifestOf(browser).icons)) {
      const icon = zips[browser].get(path)
      expect([icon?.readUInt32BE(16), icon?.readUInt32BE(20)], path).toEqual([Number(size), Number(size)])
    }
  })

  test('contains no source maps and no secrets', () => {
    expect([...zips[browser].keys()].filter((name) => /\.map$|(^|\/)\./.test(name))).toEqual([])
    expect(namesWith(zips[browser], /sourceMappingURL=/)).toEqual([])
    expect(namesWith(zips[browser], SECRET)).toEqual([])
  })
})

describe('the source zip', () => {
  test('contains no packages, builds, tests, hidden files or secrets', () => {
    const excluded =
      /(^|\/)(\.|node_modules\/|dist\/|generated\/\w+\.js$)|\.(zip|log|pem|env|map)$|\.test\.ts$/
    expect([...zips.sources.keys()].filter((name) => excluded.test(name))).toEqual([])
    expect(namesWith(zips.sources, /-----BEGIN [A-Z ]*PRIVATE KEY/)).toEqual([])
  })

  test('says how to build, and under which licence', () => {
    expect(zips.sources.get('LICENSE')?.toString()).toContain('MIT License')
    expect(zips.sources.get('SOURCES.md')?.toString()).toContain('npm run build')
    expect(JSON.parse(`${zips.sources.get('package.json')}`).scripts.build).toBeTruthy()
  })

  test('builds exactly the files of the Firefox zip', async () => {
    const root = join(folder, 'sources')
    await unpack(zips.sources, root)
    await linkPackages(root)
    // The test environment would make a development build.
    const { FIND_ON_1688_OUT_DIR: _, ...environment } = process.env
    const env = { ...environment, NODE_ENV: 'production', WXT_TELEMETRY: '0' }
    const code = await runNode(
      join(root, 'extension', 'node_modules', 'wxt', 'bin', 'wxt.mjs'),
      ['build', '--browser', 'firefox', '--mv3', '--level', 'error'],
      {
        cwd: join(root, 'extension'),
        env,
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    )
    expect(code).toBe(0)
    const again = join(root, 'extension', '.output', 'firefox-mv3')
    expect(filesIn(again)).toHaveLength(zips.firefox.size)
    for (const [name, bytes] of zips.firefox)
      expect(readFileSync(join(again, name)).equals(bytes), name).toBe(true)
  })
})

function manifestOf(browser: 'chrome' | 'firefox'): { version: string; icons: Record<string, string> } {
  return JSON.parse(`${zips[browser].get('manifest.json')}`)
}

function namesWith(zip: Files, pattern: RegExp): string[] {
  return [...zip].filter(([, bytes]) => pattern.test(bytes.toString('latin1'))).map(([name]) => name)
}

async function unpack(zip: Files, root: string): Promise<void> {
  for (const [name, bytes] of zip) {
    await mkdir(dirname(join(root, name)), { recursive: true })
    await writeFile(join(root, name), bytes)
  }
}

/** Provides the packages that the lockfile would install there: pnpm's links are relative. */
async function linkPackages(root: string): Promise<void> {
  await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'), 'junction')
  for (const workspace of ['extension', 'shared'])
    await cp(join(ROOT, workspace, 'node_modules'), join(root, workspace, 'node_modules'), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !/node_modules[\\/]\.[^\\/]+$/.test(path),
    })
}
