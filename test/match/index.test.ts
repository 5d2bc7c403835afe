import { existsSync, linkSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { match } from './index.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'match-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const LIST = 'SKU,Image\n1,a.jpg\n'

async function run(...args: string[]): Promise<{ code: number; told: string }> {
  let told = ''
  // Nobody answers there.
  const environment = { FIND_ON_1688: 'f1688_key' }
  const code = await match(new AbortController().signal, ['--worker', 'http://127.0.0.1:2', ...args], {
    ...{ environment, folder, isTerminal: false, print: () => {} },
    tell: (text) => {
      told += text
    },
  })
  return { code, told }
}

test.each([
  ['a link to the input', 'link.csv', 'list.csv'],
  ['the input, which a link leads to', 'list.csv', 'link.csv'],
  ['a file in a linked folder', 'list.csv', 'linked/list.csv'],
  ['another name of it', 'list.csv', 'twin.csv'],
])('the input is never replaced: %s', async (_, input, out) => {
  writeFileSync(join(folder, 'list.csv'), LIST)
  symlinkSync('list.csv', join(folder, 'link.csv'))
  symlinkSync('.', join(folder, 'linked'))
  linkSync(join(folder, 'list.csv'), join(folder, 'twin.csv'))
  const { code, told } = await run('--input', input, '--out', out)
  expect(told).toContain('--out would overwrite --input')
  expect(code).toBe(2)
  expect(readFileSync(join(folder, 'list.csv'), 'utf8')).toBe(LIST)
})

test('lines of the journal that cannot be read are told', async () => {
  writeFileSync(join(folder, 'list.csv'), LIST)
  expect((await run('--input', 'list.csv', '--out', 'out.csv')).told).not.toContain('lines of the journal')
  const journal = join(folder, 'out.csv.journal', 'journal.jsonl')
  writeFileSync(journal, `${readFileSync(journal, 'utf8')}null\n{"type":"answer","digest":"d","answer":{}}\n`)
  const { told } = await run('--input', 'list.csv', '--out', 'out.csv')
  expect(told).toContain('2 lines of the journal cannot be read')
})

test('a proxy that does not answer is no finished run: nothing is written, and code 3 says to come again', async () => {
  writeFileSync(join(folder, 'list.csv'), LIST)
  const { code, told } = await run('--input', 'list.csv', '--out', 'out.csv')
  expect(told).toContain('No worker answers at http')
  expect(code).toBe(3)
  expect(existsSync(join(folder, 'out.csv'))).toBe(false)
})
