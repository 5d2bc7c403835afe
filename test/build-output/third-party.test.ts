import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { thirdPartyNotices } from '../../extension/vite-plugins/third-party.ts'
import { ROOT } from '../tools/paths.ts'
import { built } from './folders.ts'

/** Under these anyone may hand on a bundle with our licence, if the notices go with it. */
const COMPATIBLE = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0']

/** Of each bundle, packages that are surely in it. */
describe.each([
  [built('chrome-mv3'), ['preact', 'valibot', 'fflate', 'idb']],
  [built('firefox-mv3'), ['preact', 'valibot', 'fflate', 'idb']],
  [join(ROOT, 'worker', 'dist'), ['hono', 'valibot', 'swagger-ui-dist']],
])('what is in %s', (folder, known) => {
  const sections = sectionsOf(readFileSync(join(folder, 'THIRD-PARTY.txt'), 'utf8'))

  test('is named with a licence that allows it', () => {
    expect(sections.map(({ name }) => name)).toEqual(expect.arrayContaining(known))
    for (const { name, license } of sections) expect(COMPATIBLE, `${name}: ${license}`).toContain(license)
  })

  test('comes with the whole licence and its copyright', () => {
    for (const { name, text } of sections) {
      expect(text, name).toMatch(/copyright/i)
      expect(text.length, name).toBeGreaterThan(500)
    }
  })
})

test('the extension brings its own licence, and that of its pictures', () => {
  for (const folder of ['chrome-mv3', 'firefox-mv3'] as const) {
    expect(readFileSync(join(built(folder), 'LICENSE.txt'), 'utf8')).toBe(
      readFileSync(join(ROOT, 'LICENSE'), 'utf8'),
    )
    expect(readFileSync(join(built(folder), 'try-it.txt'), 'utf8')).toContain('Microsoft')
  }
})

describe('the notices', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'notices-'))
    await writePackage('whole', { version: '1.0.0', license: 'ISC' }, 'Copyright (c) Ann')
    await writePackage('named', { version: '2.0.0', license: 'MIT', author: { name: 'Bob' } })
    await writePackage('silent', { version: '3.0.0', author: 'Eve' })
    await writePackage('rare', { version: '4.0.0', license: 'GPL-3.0', author: 'Eve' })
  })
  afterAll(() => rm(folder, { recursive: true }))

  async function writePackage(name: string, manifest: object, licence?: string) {
    const root = join(folder, 'node_modules', name)
    await mkdir(join(root, 'esm'), { recursive: true })
    await writeFile(join(root, 'package.json'), JSON.stringify({ name, ...manifest }))
    await writeFile(join(root, 'esm', 'package.json'), '{"type":"module"}')
    if (licence) await writeFile(join(root, 'LICENCE'), licence)
  }
  const module = (name: string) => join(folder, 'node_modules', name, 'esm', 'index.js?raw')

  test('name each package once, in order, and nothing of ours or of the bundler', () => {
    const notices = thirdPartyNotices([
      ...['whole', 'named', 'whole'].map(module),
      join(folder, 'src', 'index.ts'),
      '\0rolldown/node_modules/runtime.js',
    ])
    expect(sectionsOf(notices)).toEqual([
      { name: 'named', license: 'MIT', text: expect.stringMatching(/^MIT License\n\nCopyright \(c\) Bob\n/) },
      { name: 'whole', license: 'ISC', text: 'Copyright (c) Ann\n' },
    ])
  })

  test.each(['silent', 'rare'])('are not written with a package that lacks its licence (%s)', (name) => {
    expect(() => thirdPartyNotices([module(name)])).toThrow(`${name} `)
  })
})

function sectionsOf(notices: string): { name: string; license: string; text: string }[] {
  return notices
    .split(/^-{78}\n/m)
    .slice(1)
    .map((section) => {
      const [, name = '', license = '', text = ''] = /^(\S+) \S+ \((.+)\)\n\n([\s\S]*)$/.exec(section) ?? []
      return { name, license, text }
    })
}
