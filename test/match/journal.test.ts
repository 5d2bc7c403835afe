import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openJournal, type StoredAnswer } from './journal.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const QUERY = { mode: 'same', page: 1 }
const ANSWER: StoredAnswer = {
  digest: 'd1',
  at: 1,
  provider: 'crossborder',
  total: 0,
  offers: [],
  searchId: 's1',
  attestation: null,
  notes: [],
}
const JPEG = Buffer.from('a jpeg')
/** Digests are those of their JPEGs. */
const DIGEST = createHash('sha256').update(JPEG).digest('hex')

const open = (query = QUERY) => openJournal(folder, query)

test('the next run knows what was read, sent, answered, refused and compared', () => {
  const first = open()
  first.addPicture('https://shop.example/1.jpg', DIGEST, JPEG)
  first.addPicture('https://shop.example/2.jpg', DIGEST, JPEG)
  first.addSent('d1')
  first.addAnswer('d1', ANSWER)
  first.addVerdicts('d1', { '1': 'same' })
  first.addSent('d2')
  first.addRefused('d3', { code: 'upstream_rejected_image' })
  first.close()

  const next = open()
  expect([...next.pictures.values()]).toEqual([DIGEST, DIGEST])
  expect(next.readJpeg(DIGEST)).toEqual(JPEG)
  expect(next.readJpeg('d9')).toBeUndefined()
  expect([...next.sent]).toEqual(['d1', 'd2'])
  expect(next.answers.get('d1')).toEqual(ANSWER)
  expect(next.verdicts.get('d1')).toEqual({ '1': 'same' })
  expect(next.refused.get('d3')).toEqual({ code: 'upstream_rejected_image' })
  expect(next.unreadable).toBe(0)
  next.close()
})

test('each line is on the disk before anything else happens', () => {
  const journal = open()
  journal.addSent('d1')
  expect(readFileSync(join(folder, 'journal.jsonl'), 'utf8')).toMatch(/\{"type":"sent","digest":"d1"\}\n$/)
  journal.close()
})

test('half a line of a killed run is dropped, and the next line is whole', () => {
  const first = open()
  first.addSent('d1')
  first.close()
  appendFileSync(join(folder, 'journal.jsonl'), '{"type":"answer","dig')
  const second = open()
  expect([...second.sent]).toEqual(['d1'])
  second.addSent('d2')
  second.close()
  const third = open()
  expect([...third.sent]).toEqual(['d1', 'd2'])
  expect(third.unreadable).toBe(0)
  third.close()
})

test('a damaged line costs only itself', () => {
  const first = open()
  first.addSent('d1')
  first.close()
  appendFileSync(join(folder, 'journal.jsonl'), '\0\0\0\n')
  const second = open()
  second.addSent('d2')
  second.close()
  const third = open()
  expect([...third.sent]).toEqual(['d1', 'd2'])
  expect(third.unreadable).toBe(1)
  third.close()
})

test.each([
  'null',
  '5',
  '{"type":"answer","digest":"d1","answer":{"digest":"d1","at":1}}',
  '{"type":"answer","digest":"d1","answer":{"digest":"d1","at":1,"offers":[null]}}',
  '{"type":"answer","answer":{}}',
  '{"type":"picture","digest":"d1"}',
  '{"type":"refused","digest":"d1"}',
  '{"type":"verdicts","digest":"d1","verdicts":null}',
  '{"type":"of another version","digest":"d1"}',
])('a line of JSON that is none of a journal costs only itself: %s', (line) => {
  const first = open()
  first.addSent('d2')
  first.close()
  appendFileSync(join(folder, 'journal.jsonl'), `${line}\n`)
  const second = open()
  expect(second.unreadable).toBe(1)
  expect([...second.sent]).toEqual(['d2'])
  for (const known of [second.answers, second.pictures, second.refused, second.verdicts])
    expect([...known]).toEqual([])
  second.close()
})

test('a JPEG that is cut off is none, and is written anew', () => {
  const first = open()
  first.addPicture('1.jpg', DIGEST, JPEG)
  writeFileSync(join(folder, 'pictures', `${DIGEST}.jpg`), JPEG.subarray(0, 3))
  expect(first.readJpeg(DIGEST)).toBeUndefined()
  first.addPicture('1.jpg', DIGEST, JPEG)
  expect(first.readJpeg(DIGEST)).toEqual(JPEG)
  first.close()
})

/** Files cannot grow beyond some KB in it: as on a full disk, a write that begins before that ends there, as if it were whole. */
function runWithoutRoom(code: string) {
  const modules = `const journal = await import(${JSON.stringify(join(import.meta.dirname, 'journal.ts'))})
    const fs = await import('node:fs')\n`
  const limited = 'ulimit -f 4; exec "$0" --input-type=module -e "$1"'
  return spawnSync('bash', ['-c', limited, process.execPath, modules + code], { encoding: 'utf8' })
}

test.skipIf(process.platform === 'win32')('a file that does not fit on the disk leaves the old one', () => {
  const file = join(folder, 'found.csv')
  writeFileSync(file, 'old')
  const { status, stderr } = runWithoutRoom(`journal.writeWhole(${JSON.stringify(file)}, 'new'.repeat(9999))`)
  expect(stderr).toContain('EFBIG')
  expect(status).toBe(1)
  expect(readFileSync(file, 'utf8')).toBe('old')
  expect(readdirSync(folder)).toEqual(['found.csv'])
})

test.skipIf(process.platform === 'win32')('a line that does not fit on the disk has not happened', () => {
  const own = join(folder, 'small')
  const { stdout, stderr } = runWithoutRoom(`
    const { addSent } = journal.openJournal(${JSON.stringify(own)}, ${JSON.stringify(QUERY)})
    addSent('d1')
    try {
      addSent('x'.repeat(9999))
    } catch (error) {
      console.log(error.code)
    }
    addSent('d2')`)
  expect(stderr).toBe('')
  expect(stdout).toBe('EFBIG\n')
  const next = openJournal(own, QUERY)
  expect([...next.sent]).toEqual(['d1', 'd2'])
  expect(next.unreadable).toBe(0)
  next.close()
})

test('answers of another query are not used for this one', () => {
  open().close()
  expect(() => open({ mode: 'similar', page: 1 })).toThrow(/mode same/)
  open().close()
})

test('a file of another kind is not written to', () => {
  open().close()
  rmSync(join(folder, 'journal.jsonl'))
  appendFileSync(join(folder, 'journal.jsonl'), '{"type":"run","version":2,"query":{}}\n')
  expect(open).toThrow(/no journal that this version reads/)
})

test('two runs never share a journal, and a killed one frees it', async () => {
  const code = `
    const { openJournal } = await import(${JSON.stringify(join(import.meta.dirname, 'journal.ts'))})
    openJournal(${JSON.stringify(folder)}, ${JSON.stringify(QUERY)})
    console.log('open')
    setInterval(() => {}, 1000)`
  const other = spawn(process.execPath, ['--input-type=module', '-e', code])
  try {
    await new Promise<void>((resolve, reject) => {
      other.stdout.once('data', () => resolve())
      other.once('exit', () => reject(new Error('it did not open')))
    })
    expect(open).toThrow(/Another run/)
  } finally {
    other.kill('SIGKILL')
    await new Promise((resolve) => other.once('close', resolve))
  }
  open().close()
})
