import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ROOT } from '../tools/paths.ts'
import { readSettings, SETTINGS } from './settings.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'settings-'))
})
afterEach(() => rm(folder, { recursive: true }))

const write = (text: string) => writeFile(join(folder, '.dev.vars'), text)

test('what .dev.vars says counts before the environment, which fills what it lacks or leaves empty', async () => {
  await write('APP_KEY=of-the-file\nAPP_SECRET=\n')
  const environment = { APP_KEY: 'other', APP_SECRET: 'of the environment', MAX_QPS: '2', HOME: '/root' }
  expect(readSettings(folder, environment)).toEqual({
    APP_KEY: 'of-the-file',
    APP_SECRET: 'of the environment',
    MAX_QPS: '2',
  })
})

test('without the file, everything comes from the environment', () => {
  expect(readSettings(folder, { APP_KEY: 'k' })).toEqual({ APP_KEY: 'k' })
})

test.each([
  ['a comment after the value', 'APP_SECRET=a b # c', 'a b'],
  ['a # within quotes', 'export APP_SECRET="a#b" # c', 'a#b'],
  ['JSON without quotes', 'APP_SECRET={"kty":"OKP","x":"a-_b"}', '{"kty":"OKP","x":"a-_b"}'],
  ['several lines', "APP_SECRET='[\n1]'", '[\n1]'],
  ['lines from Windows', 'A=1\r\nAPP_SECRET=s\r\n', 's'],
])('the file is read as Wrangler reads it: %s', async (_name, text, value) => {
  await write(text)
  expect(readSettings(folder, {})).toEqual({ APP_SECRET: value })
})

test('a setting of the worker is read, and has its line in the example', () => {
  const source = readFileSync(join(ROOT, 'worker/src/env-vars.ts'), 'utf8')
  const declared = [...source.matchAll(/^ {2}([A-Z_]+)\?: string/gm)].map(([, name]) => name)
  const example = readFileSync(join(ROOT, 'worker/.dev.vars.example'), 'utf8')
  const shown = [...example.matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(([, name]) => name)
  expect(declared.length).toBeGreaterThan(10)
  expect(SETTINGS.toSorted()).toEqual(declared.toSorted())
  expect(shown.toSorted()).toEqual(declared.toSorted())
})

test('a copied example is incomplete, not malformed', async () => {
  await write(readFileSync(join(ROOT, 'worker/.dev.vars.example'), 'utf8'))
  expect(readSettings(folder, {})).toEqual({ PROVIDER: 'crossborder' })
})
