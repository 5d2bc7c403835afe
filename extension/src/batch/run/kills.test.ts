import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import { addReadBatch, type Documents, reduceText, startDocuments } from '../testing/documents.ts'

vi.mock('../pictures/off-thread.ts', () => ({ reducePicture: reduceText }))

const PICTURES = Array.from({ length: 60 }, (_, index) => `picture ${index % 50}`)
const KILLS = 20
let documents: Documents

beforeEach(async () => {
  documents = await startDocuments()
  documents.worker.delay = () => Math.random() * 12
  return () => vi.unstubAllGlobals()
})

/** Runs the list in one document after the other, each of which is killed at a random moment but the last. */
async function runWithKills() {
  const first = await documents.open()
  await addReadBatch(first, PICTURES)
  await first.start('b1')
  await first.kill()
  for (let kill = 1; kill <= KILLS; kill++) {
    const document = await documents.open()
    document.keepRunning()
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 30))
    await document.kill()
  }
  const last = await documents.open()
  const leave = last.keepRunning()
  await vi.waitFor(async () => expect((await last.getBatch('b1'))?.state).toBe('done'))
  leave()
  const [rows, batch] = [await last.getBatchRows('b1'), await last.getBatch('b1')]
  await last.kill()
  return { rows, batch }
}

test(`${KILLS} kills lose no row and pay for no picture twice`, async () => {
  const { rows, batch } = await runWithKills()
  expect(rows).toHaveLength(PICTURES.length)
  expect(rows.filter(({ state, outcome }) => state !== 'done' || outcome?.offers !== 1)).toEqual([])
  expect([...documents.worker.paid.values()].filter((count) => count > 1)).toEqual([])
  expect(documents.worker.paidCalls).toBe(50)
  expect(batch?.searches).toBe(50)
  expect(documents.worker.requests.length).toBeGreaterThan(50)
})

test('with a worker that forgets the answers of clients that have left, they would pay twice', async () => {
  documents.worker.isForgetful = true
  await runWithKills()
  expect(documents.worker.paidCalls).toBeGreaterThan(50)
})
