import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { connectionCode } from '@find-on-1688/shared'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { csvOf } from '../../fakes/product-list/tables.ts'
import { killAfter, runMatch, startMatch } from './command.ts'
import { linesOf, once, useStage } from './stage.ts'

/** Each takes a second or two. */
const KILLS = Number(process.env.KILLS ?? 8)
const PICTURES = 3 * KILLS

const stage = useStage(PICTURES + 50)

test('after kills at random moments, every row has its answer and nothing was paid for twice', async () => {
  const products = await stage.take(PICTURES)
  const { secret, usage } = await stage.newClient()
  const args = ['--input', 'products.csv', '--out', 'out.jsonl']
  let kills = 0
  for (let attempt = 0; attempt < KILLS; attempt++) {
    const finished = await killAfter(startMatch(secret, stage.folder, args), Math.random() * 700)
    if (finished.signal !== 'SIGKILL') break
    kills++
  }
  expect(kills).toBeGreaterThan(KILLS / 4)
  const last = await runMatch(secret, stage.folder, args)
  expect(last.stderr).toContain(`${PICTURES} done, 0 failed, 0 left`)
  expect(last.code).toBe(0)
  const rows = linesOf(readFileSync(join(stage.folder, 'out.jsonl'), 'utf8'))
  expect(rows.map(({ own }) => own.SKU)).toEqual(products.map(({ productNumber }) => productNumber))
  for (const [at, { state, candidates }] of rows.entries()) {
    expect(state).toBe('done')
    expect(products[at]?.offerIds).toContain(candidates[0].offerId)
  }
  expect(stage.paidCalls()).toEqual(once(PICTURES))
  expect(await usage()).toBe(PICTURES)
})

test('an interrupted run leaves a file with what it has, and says how to go on', async () => {
  await stage.take(10)
  const { secret } = await stage.newClient()
  const args = ['--input', 'products.csv', '--out', 'out.csv', '--json']
  const running = startMatch(secret, stage.folder, args)
  running.child.stdout?.once('data', () => running.child.kill('SIGINT'))
  const stopped = await running.finished
  expect(stopped.code).toBe(130)
  expect(stopped.stderr).toContain('Run the same command again')
  const states = parse(readFileSync(join(stage.folder, 'out.csv')), { bom: true, columns: true }).map(
    (row) => (row as Record<string, string>)['1688 search'],
  )
  expect(states).toHaveLength(10)
  expect(new Set(states)).toEqual(new Set(['Searched', 'Not searched']))
  const resumed = await runMatch(secret, stage.folder, args)
  expect(resumed.code).toBe(0)
  expect(linesOf(resumed.stdout)).toHaveLength(10)
  expect(stage.paidCalls()).toEqual(once(10))
})

test('where the file cannot be written in the end, nothing that was paid for is lost', async () => {
  await stage.take(4)
  const { secret } = await stage.newClient()
  const args = ['--input', 'products.csv', '--out', 'out.csv', '--json']
  const running = startMatch(secret, stage.folder, args)
  // In its place.
  const folder = join(stage.folder, 'out.csv')
  running.child.stdout?.once('data', () => mkdirSync(folder))
  const failed = await running.finished
  expect(failed.stderr).toMatch(/EISDIR.*Run the same command again/s)
  expect(failed.code).toBe(2)
  rmSync(folder, { recursive: true })
  expect((await runMatch(secret, stage.folder, args)).code).toBe(0)
  expect(stage.paidCalls()).toEqual(once(4))
})

test('decisions and notes in the output are in the next one, and a file of another kind stays', async () => {
  await stage.take(2)
  const { secret } = await stage.newClient()
  const [args, out] = [['--input', 'products.csv', '--out', 'out.csv'], join(stage.folder, 'out.csv')]
  const rows = () =>
    parse(readFileSync(out), { bom: true, columns: true }) as (Record<string, string> & { SKU: string })[]
  writeFileSync(out, 'Supplier,Phone\nA,1\n')
  const refused = await runMatch(secret, stage.folder, args)
  expect(refused.code).toBe(2)
  expect(refused.stderr).toContain('move it away, or choose another --out')
  expect(readFileSync(out, 'utf8')).toBe('Supplier,Phone\nA,1\n')
  rmSync(out)
  await runMatch(secret, stage.folder, args)
  const edited = rows().map((row) => ({
    ...row,
    '1688 decision': '1',
    '1688 note': `for ${row.SKU}`,
    Mine: 'x',
  }))
  const lines = [Object.keys(edited[0] ?? {}), ...edited.map((row) => Object.values(row))]
  writeFileSync(out, lines.map((cells) => cells.map((cell) => JSON.stringify(cell)).join()).join('\n'))
  const again = await runMatch(secret, stage.folder, args)
  expect(again.stderr).toMatch(/column Mine.*out\.before\.csv/)
  expect(again.code).toBe(0)
  for (const row of rows()) {
    expect(row['1688 decision']).toBe('Taken')
    expect(row['1688 offer ID']).toBe(row['1688 candidate 1: offer ID'])
    expect(row['1688 note']).toBe(`for ${row.SKU}`)
  }
  expect(stage.paidCalls()).toEqual(once(2))
})

test('two runs with one output never run at the same time', async () => {
  await stage.take(10)
  const { secret } = await stage.newClient()
  const args = ['--input', 'products.csv', '--out', 'out.jsonl', '--json']
  const both = await Promise.all([runMatch(secret, stage.folder, args), runMatch(secret, stage.folder, args)])
  expect(both.map(({ code }) => code).toSorted()).toEqual([0, 2])
  expect(both.find(({ code }) => code === 2)?.stderr).toContain('Another run')
  expect(stage.paidCalls()).toEqual(once(10))
})

test('the same picture in several rows is searched once', async () => {
  const products = await stage.take(3)
  const { secret } = await stage.newClient()
  const [one] = products
  if (!one) throw new Error('no products')
  writeFileSync(join(stage.folder, 'twice.csv'), csvOf([one, one, one]))
  writeFileSync(join(stage.folder, 'copy.jpg'), one.jpeg)
  const { code } = await runMatch(secret, stage.folder, ['--input', 'twice.csv', '--out', 'out.jsonl'])
  expect(code).toBe(0)
  const folderRun = await runMatch(secret, stage.folder, [
    '--input',
    '.',
    '--out',
    'out.jsonl',
    '--budget',
    '2',
  ])
  expect(folderRun.code).toBe(0)
  expect(linesOf(readFileSync(join(stage.folder, 'out.jsonl'), 'utf8'))).toHaveLength(4)
  expect(stage.paidCalls()).toEqual(once(3))
})

describe('it ends early and goes on later', () => {
  test('at a budget', async () => {
    await stage.take(8)
    const { secret, usage } = await stage.newClient()
    const args = ['--input', 'products.csv', '--out', 'out.jsonl']
    const first = await runMatch(secret, stage.folder, [...args, '--budget', '4'])
    expect(first.code).toBe(3)
    expect(first.stderr).toContain('--budget')
    expect(await usage()).toBe(4)
    expect((await runMatch(secret, stage.folder, [...args, '--budget', '4'])).code).toBe(0)
    expect(stage.paidCalls()).toEqual(once(8))
  })

  test('when the day is used up', async () => {
    await stage.take(9)
    const { secret, usage } = await stage.newClient({ dailySearches: 5 })
    const { code, stderr } = await runMatch(secret, stage.folder, [
      '--input',
      'products.csv',
      '--out',
      'out.jsonl',
    ])
    expect(stderr).toContain('5 searches left today')
    expect(code).toBe(3)
    expect(await usage()).toBe(5)
    const states = linesOf(readFileSync(join(stage.folder, 'out.jsonl'), 'utf8')).map(({ state }) => state)
    expect(states.filter((state) => state === 'done')).toHaveLength(5)
    expect(states.filter((state) => state === 'waiting')).toHaveLength(4)
  })

  test('when nobody answers at the address', async () => {
    await stage.take(1)
    const secret = connectionCode({ address: 'http://127.0.0.1:2', key: 'f1688_key' })
    const { code, stderr } = await runMatch(secret, stage.folder, [
      '--input',
      'products.csv',
      '--out',
      'out.jsonl',
    ])
    expect(code).toBe(3)
    expect(stderr).toContain('ECONNREFUSED')
  })
})

test('a key that the proxy refuses is something to set right', async () => {
  await stage.take(1)
  const secret = connectionCode({ address: stage.address, key: 'f1688_nobody' })
  const { code, stderr } = await runMatch(secret, stage.folder, [
    '--input',
    'products.csv',
    '--out',
    'out.jsonl',
  ])
  expect(stderr).toContain('FIND_ON_1688')
  expect(code).toBe(2)
})
