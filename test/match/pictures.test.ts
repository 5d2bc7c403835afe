import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { PLATFORM_PICTURE_BYTES } from '@find-on-1688/shared'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { RowPicture } from '../../extension/src/model/batch.ts'
import { AddressError } from './addresses/fetch-picture.ts'
import { type Journal, openJournal } from './journal.ts'
import { type PictureReader, pictureReader } from './pictures.ts'

let root: string
let folder: string
let journal: Journal
let requested: string[]
let pictures: PictureReader

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pictures-'))
  folder = join(root, 'list')
  mkdirSync(folder)
  journal = openJournal(join(root, 'out.xlsx.journal'), {})
  requested = []
  pictures = newReader()
})
afterEach(() => {
  journal.close()
  rmSync(root, { recursive: true })
})

function newReader(embedded = new Map<string, Blob>()): PictureReader {
  const fetch = async (_: AbortSignal, address: string) => {
    requested.push(address)
    if (address.endsWith('gone.jpg')) throw new AddressError('address_not_found', 'HTTP 404')
    return drawing(requested.length)
  }
  return pictureReader({ folder, embedded, journal, maxBytes: PLATFORM_PICTURE_BYTES.crossborder, fetch })
}

/** Another one for each number. */
async function drawing(number: number): Promise<Buffer> {
  const width = 100 + number
  const data = Buffer.from(Array.from({ length: width * 80 * 3 }, (_, at) => (at * at * number) % 251))
  return sharp(data, { raw: { width, height: 80, channels: 3 } })
    .png()
    .toBuffer()
}

async function put(path: string, number: number): Promise<void> {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, await drawing(number))
}

const file = (name: string): RowPicture => ({ kind: 'file', name })
const address = (path: string): RowPicture => ({ kind: 'address', address: `https://shop.example/${path}` })
const read = (picture: RowPicture) => pictures.read(new AbortController().signal, picture)
const codeOf = (picture: RowPicture) =>
  read(picture).then(
    () => 'read',
    (error) => error.failure.code,
  )

describe('a file is found', () => {
  test('by its path, with the other slashes of the other systems already turned', async () => {
    await put('a/1.png', 1)
    await put('b/1.png', 2)
    const [one, other] = [await read(file('a/1.png')), await read(file('b/1.png'))]
    expect(one).not.toBe(other)
  })

  test('by its name alone, in any folder below, whatever its case', async () => {
    await put('new/Cup.PNG', 1)
    expect(await codeOf(file('cup.png'))).toBe('read')
    expect(await codeOf(file('old/pictures/cup.png'))).toBe('read')
  })

  test('not from another folder if the one that is named is there without it', async () => {
    await put('summer/1.png', 1)
    await put('winter/2.png', 2)
    expect(await codeOf(file('summer/2.png'))).toBe('file_missing')
    expect(await codeOf(file('elsewhere/2.png'))).toBe('read')
  })

  test('by its whole path, as long as that is in the folder', async () => {
    await put('1.png', 1)
    await put('more/1.png', 2)
    // The table's cells lose their first slash.
    expect(await codeOf(file(join(folder, '1.png').slice(1)))).toBe('read')
  })
})

test.each([
  ['with the name of two', '1.png', 'file_ambiguous'],
  ['that is not there', '2.png', 'file_missing'],
  ['above the folder', '../secret.png', 'file_missing'],
  ['elsewhere on the machine', '/etc/hostname', 'file_missing'],
  ['of a program', '.hidden/3.png', 'file_missing'],
  ['without content', 'empty.png', 'not_a_picture'],
  ['of one colour', 'white.png', 'picture_empty'],
])('a file %s is not searched', async (_, name, code) => {
  await put('a/1.png', 1)
  await put('b/1.png', 2)
  await put('../secret.png', 3)
  await put('.hidden/3.png', 4)
  writeFileSync(join(folder, 'empty.png'), '')
  const white = { width: 90, height: 90, channels: 3, background: '#fff' } as const
  writeFileSync(join(folder, 'white.png'), await sharp({ create: white }).png().toBuffer())
  expect(await codeOf(file(name))).toBe(code)
})

test('a picture in the workbook itself is that of its row, before any file with its name', async () => {
  await put('B2.png', 1)
  const [inside, beside] = [new Blob([new Uint8Array(await drawing(2))]), await read(file('B2.png'))]
  pictures = newReader(new Map([['B2.png', inside]]))
  const digest = await read(file('B2.png'))
  expect(digest).not.toBe(beside)
  pictures = newReader(new Map([['C9.png', inside]]))
  expect(await read(file('C9.png'))).toBe(digest)
})

test('a file is read again if it has changed, and only then', async () => {
  await put('1.png', 1)
  const first = await read(file('1.png'))
  pictures = newReader()
  expect(await read(file('1.png'))).toBe(first)
  await put('1.png', 2)
  utimesSync(join(folder, '1.png'), 1, 1)
  pictures = newReader()
  expect(await read(file('1.png'))).not.toBe(first)
})

test('an address is read once, in this run and all later ones', async () => {
  const [one, other] = await Promise.all([read(address('1.jpg')), read(address('1.jpg'))])
  pictures = newReader()
  expect(await read(address('1.jpg'))).toBe(one)
  expect(other).toBe(one)
  expect(requested).toEqual(['https://shop.example/1.jpg'])
})

test('what failed is read again by a later run', async () => {
  expect(await codeOf(address('gone.jpg'))).toBe('address_not_found')
  pictures = newReader()
  expect(await codeOf(address('gone.jpg'))).toBe('address_not_found')
  expect(requested).toHaveLength(2)
})

test('a row without a picture says so', async () => {
  expect(await codeOf({ kind: 'none' })).toBe('no_picture_named')
})

test('a full disk is no fault of the picture', async () => {
  await put('1.jpg', 1)
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
  journal.addPicture = () => {
    throw full
  }
  await expect(read(file('1.jpg'))).rejects.toBe(full)
})
