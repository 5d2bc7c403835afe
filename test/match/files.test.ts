import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { filesBelow, pictureFiles } from './files.ts'

let root: string
let folder: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'files-'))
  folder = join(root, 'list')
  for (const path of ['open', 'closed', '.git', 'out.csv.journal'])
    mkdirSync(join(folder, path), { recursive: true })
  for (const path of ['1.jpg', 'open/2.jpg', 'closed/3.jpg', '.git/4.jpg', 'out.csv.journal/5.jpg'])
    writeFileSync(join(folder, path), path)
})
afterEach(() => rmSync(root, { recursive: true }))

test('a folder that cannot be read hides only what is in it, and is named', async () => {
  // As of another account; whoever runs the tests may be allowed to read everything.
  const read = async (path: string) => {
    if (path.endsWith('closed')) throw new Error(`EACCES: permission denied, scandir '${path}'`)
    return readdir(path, { withFileTypes: true })
  }
  const { paths, problems } = await filesBelow(folder, read)
  expect(paths.toSorted()).toEqual(['1.jpg', 'open/2.jpg'])
  expect(problems).toEqual([expect.stringMatching(/left out.*EACCES.*closed/)])
})

test('a folder that is not there is no empty one', async () => {
  await expect(filesBelow(join(root, 'nowhere'))).rejects.toThrow('ENOENT')
})

test('a file at its path is found without a look at the others', async () => {
  const told: string[] = []
  const { find } = pictureFiles(folder, (sentence) => told.push(sentence))
  expect(await find('open/2.jpg')).toBe(join(folder, 'open', '2.jpg'))
  // Only now is the folder listed, which cannot be done any more.
  rmSync(folder, { recursive: true })
  await expect(find('3.jpg')).rejects.toMatchObject({ failure: { code: 'file_missing' } })
  expect(told).toEqual([expect.stringContaining('ENOENT')])
  mkdirSync(folder)
})

test.each([
  ['away/secret.jpg'],
  ['secret.jpg'],
  ['.git/4.jpg'],
  ['out.csv.journal/5.jpg'],
  ['../elsewhere/secret.jpg'],
])('links lead to no file elsewhere, and files of programs are none: %s', async (name) => {
  mkdirSync(join(root, 'elsewhere'))
  writeFileSync(join(root, 'elsewhere', 'secret.jpg'), 'secret')
  symlinkSync('../elsewhere', join(folder, 'away'))
  symlinkSync('../elsewhere/secret.jpg', join(folder, 'secret.jpg'))
  const { find } = pictureFiles(folder, () => {})
  await expect(find(name)).rejects.toMatchObject({ failure: { code: 'file_missing' } })
})
