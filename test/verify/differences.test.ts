import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { differences } from './differences.ts'
import { type Package, readPackage } from './package-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'verify-'))
afterAll(() => rmSync(folder, { recursive: true }))

const DATE = new Date(1980, 0, 1)
const FILES = {
  'background.js': 'console.log(1)',
  'icon/16.png': 'picture',
  'manifest.json': JSON.stringify({ manifest_version: 3, version: '1.2.3' }),
}
const FIREFOX = {
  ...FILES,
  'manifest.json': JSON.stringify({ version: '1.2.3', browser_specific_settings: { gecko: { id: 'a@b' } } }),
}

const zipOf = (files: Record<string, string>, mtime = DATE) =>
  Buffer.from(
    zipSync(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])) as Zippable,
      { mtime },
    ),
  )

const chrome = zipOf(FILES)

function read(bytes: Buffer | string, name = 'x.zip'): Package {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return readPackage(path)
}

/** `zip` with the bytes from `at` replaced. */
function patched(zip: Buffer, at: number, bytes: string | number[]): Buffer {
  const copy = Buffer.from(zip)
  copy.set(Buffer.from(bytes as string), at)
  return copy
}

const of = (bytes: Buffer, built = chrome) => differences(read(bytes), read(built))

test('the same zip has no differences', () => {
  expect(of(Buffer.from(chrome))).toEqual([])
  expect(read(chrome)).toMatchObject({ part: 'chrome', version: '1.2.3', signature: [] })
})

describe('a changed zip is refused:', () => {
  test('a changed byte in a file', () => {
    expect(of(zipOf({ ...FILES, 'background.js': 'console.log(2)' }))).toEqual([
      'background.js differs: byte 12 is 0x32, not 0x31',
    ])
    expect(of(zipOf({ ...FILES, 'background.js': 'console.log' }))).toEqual([
      'background.js differs: it ends after 11 of 14 bytes',
    ])
    expect(of(zipOf({ ...FILES, 'background.js': 'console.log(1);' }))).toEqual([
      'background.js differs: 1 bytes follow its end',
    ])
  })

  test('a file more, and a file less', () => {
    const { 'icon/16.png': _, ...others } = FILES
    expect(of(zipOf({ ...others, 'a.js': '' }))).toEqual([
      'a.js is not in the build',
      'icon/16.png is missing',
    ])
  })

  test('a changed name', () => {
    const renamed = patched(chrome, chrome.lastIndexOf('background.js'), 'Background.js')
    expect(of(renamed)).toEqual(['Background.js is not in the build', 'background.js is missing'])
  })

  test('a name that differs between the two places where a zip has it', () => {
    const renamed = patched(chrome, chrome.indexOf('background.js'), 'Background.js')
    expect(of(renamed)).toEqual([expect.stringContaining('the zip around them is not: byte 30 differs')])
  })

  test('bytes before and after it, a comment, another date, another order', () => {
    const says = (what: string) => [`the files are the same, the zip around them is not: ${what}`]
    expect(of(Buffer.concat([chrome, Buffer.from('abc')]))).toEqual(says('3 bytes follow its end'))
    const commented = patched(chrome, chrome.length - 2, [3, 0])
    expect(of(Buffer.concat([commented, Buffer.from('abc')]))).toEqual(says('it has a comment'))
    expect(of(zipOf(FILES, new Date(1999, 0, 1)))).toEqual([expect.stringMatching(/byte \d+ differs$/)])
    const turned = Object.fromEntries(Object.entries(FILES).reverse())
    expect(of(zipOf(turned))).toEqual([expect.stringMatching(/byte \d+ differs$/)])
  })

  test('every single byte of it', () => {
    const accepted = [...chrome.keys()].filter((at) => {
      try {
        return of(patched(chrome, at, [(chrome[at] ?? 0) ^ 1])).length === 0
      } catch {
        return false
      }
    })
    expect(accepted).toEqual([])
  })
})

describe('what is no package is named in a sentence:', () => {
  test.each([
    ['a text', Buffer.from('hello'), 'This is not a zip.'],
    ['nothing', Buffer.alloc(0), 'This is not a zip.'],
    ['half a zip', chrome.subarray(0, 90), 'This is cut off.'],
    ['an end without a beginning', chrome.subarray(-60), 'This is damaged.'],
    [
      'a changed byte of packed data',
      patched(chrome, chrome.indexOf('icon/16.png') + 12, [0]),
      'This is damaged: icon/16.png.',
    ],
    [
      'a zip of something else',
      zipOf({ a: '' }),
      'This is neither the extension, nor its sources, nor the worker.',
    ],
  ])('%s', (_, bytes, sentence) => {
    expect(() => read(bytes)).toThrow(sentence)
  })

  test('a zip with two files of one name', () => {
    const twice = zipOf({ ...FILES, 'backgrounD.js': 'evil' })
    const name = twice.lastIndexOf('backgrounD.js')
    expect(() => read(patched(twice, name, 'background.js'))).toThrow(
      'This has two files named background.js.',
    )
  })

  test('a file that is not there', () => {
    expect(() => readPackage(join(folder, 'missing.zip'))).toThrow('There is no such file.')
  })
})

describe('a package that a store has signed', () => {
  const META = { 'META-INF/cose.sig': 'x', 'META-INF/manifest.mf': 'y', 'META-INF/mozilla.rsa': 'z' }

  test('for Firefox has our files and the signature', () => {
    const signed = read(zipOf({ ...META, ...FIREFOX }, new Date(2026, 0, 1)), 'x.xpi')
    expect(signed).toMatchObject({
      part: 'firefox',
      signature: ['META-INF/cose.sig', 'META-INF/manifest.mf', 'META-INF/mozilla.rsa'],
    })
    expect(differences(signed, read(zipOf(FIREFOX)))).toEqual([])
  })

  test('for Chrome has a header, the hashes of its files and an address for updates', () => {
    const header = Buffer.from('Cr24\x03\0\0\0\x05\0\0\0proof', 'latin1')
    const manifest = {
      update_url: 'https://clients2.google.com/service/update2/crx',
      ...JSON.parse(FILES['manifest.json']),
    }
    const zip = zipOf({
      ...FILES,
      '_metadata/verified_contents.json': '[]',
      'manifest.json': JSON.stringify(manifest, null, 3),
    })
    const signed = read(Buffer.concat([header, zip]), 'x.crx')
    expect(signed).toMatchObject({
      part: 'chrome',
      signature: ['the header of the CRX', '_metadata/verified_contents.json', 'update_url in manifest.json'],
    })
    expect(differences(signed, read(chrome))).toEqual([])
  })

  test('is refused if anything else was added or changed', () => {
    const built = read(zipOf(FIREFOX))
    const changed = { ...META, ...FIREFOX, 'META-INF/evil.js': '', 'background.js': 'evil' }
    expect(differences(read(zipOf(changed)), built)).toEqual([
      'META-INF/evil.js is not in the build',
      expect.stringContaining('background.js differs'),
    ])
    const elsewhere = JSON.stringify({
      ...JSON.parse(FILES['manifest.json']),
      update_url: 'https://evil.example/',
    })
    const crx = zipOf({ ...FILES, '_metadata/verified_contents.json': '', 'manifest.json': elsewhere })
    expect(differences(read(crx), read(chrome))).toEqual([expect.stringContaining('manifest.json differs')])
  })

  test("takes no other browser's signature", () => {
    expect(differences(read(zipOf({ ...FILES, ...META })), read(chrome))).toHaveLength(3)
  })
})

test('one script of the worker is compared alone', () => {
  const built: Package = {
    part: 'worker',
    signature: [],
    alone: false,
    files: new Map([
      ['index.js', Buffer.from('a')],
      ['mcp.js', Buffer.from('b')],
    ]),
  }
  expect(differences(read('a', 'index.js'), built)).toEqual([])
  expect(differences(read('b', 'index.js'), built)).toEqual(['index.js differs: byte 0 is 0x62, not 0x61'])
  expect(differences(read('b', 'other.js'), built)).toEqual(['other.js is not in the build'])
})
