import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, test, vi } from 'vitest'
import { aBatch, aBatchRow } from '../../testing/batches.ts'
import { detailedWith, tiers } from '../../testing/offers.ts'
import { anOffer } from '../../testing/searches.ts'

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()))

/** Fresh modules, and so a connection to the fresh database. */
async function aDesk() {
  vi.resetModules()
  const { addBatch, getBatchRows, changeBatchRows } = await import('../../db/batches.ts')
  const desk = await import('./decide.ts')
  await addBatch(aBatch(), [aBatchRow(0), aBatchRow(1, { note: 'blue' })])
  const said = async () =>
    (await getBatchRows('b1')).map(({ decision, note }) => [
      decision?.kind === 'offer' ? decision.offerId : (decision?.kind ?? null),
      note,
    ])
  return { ...desk, said, changeBatchRows }
}

test('a decision is written, and taken back', async () => {
  const { decide, takeOffer, said } = await aDesk()
  const undo = await decide('b1', 0, takeOffer(anOffer('7')))
  expect(await said()).toEqual([
    ['7', ''],
    [null, 'blue'],
  ])
  expect(await undo?.run()).toBe(true)
  expect(await said()).toEqual([
    [null, ''],
    [null, 'blue'],
  ])
})

test('several are taken back one after the other, each to what was before it', async () => {
  const { decide, setNote, takeOffer, takeNone, said } = await aDesk()
  const undos = [
    await decide('b1', 1, takeOffer(anOffer('7'))),
    await setNote('b1', 1, 'green'),
    await decide('b1', 1, takeNone()),
  ]
  expect((await said())[1]).toEqual(['none', 'green'])
  await undos.pop()?.run()
  expect((await said())[1]).toEqual(['7', 'green'])
  await undos.pop()?.run()
  expect((await said())[1]).toEqual(['7', 'blue'])
  await undos.pop()?.run()
  expect((await said())[1]).toEqual([null, 'blue'])
})

test('what is as it was is no change, which there is nothing to take back of', async () => {
  const { decide, setNote, takeOffer } = await aDesk()
  await decide('b1', 0, takeOffer(anOffer('7'), 1))
  expect(await decide('b1', 0, takeOffer(anOffer('7'), 2))).toBeUndefined()
  expect(await setNote('b1', 1, 'blue')).toBeUndefined()
  expect(await decide('b1', 1, null)).toBeUndefined()
})

test('a row that another tab has decided since is left alone', async () => {
  const { decide, takeOffer, takeNone, changeBatchRows, said } = await aDesk()
  const undo = await decide('b1', 0, takeOffer(anOffer('7'), 1))
  await changeBatchRows('b1', [0], (row) => ({ ...row, decision: takeNone(2) }))
  expect(await undo?.run()).toBe(false)
  expect((await said())[0]).toEqual(['none', ''])
})

test('keys that come faster than writing are done in their order', async () => {
  const { decide, takeOffer, takeNone, said } = await aDesk()
  const choices = [takeOffer(anOffer('7')), takeNone(), null, takeOffer(anOffer('8'))]
  await Promise.all(choices.map((choice) => decide('b1', 0, choice)))
  expect((await said())[0]).toEqual(['8', ''])
})

test('what the run writes meanwhile stays', async () => {
  const { decide, takeNone, changeBatchRows } = await aDesk()
  const undo = await decide('b1', 0, takeNone())
  await changeBatchRows('b1', [0], (row) => ({ ...row, state: 'done', digest: 'd1' }))
  await undo?.run()
  const { getBatchRowsAt } = await import('../../db/batches.ts')
  expect(await getBatchRowsAt('b1', [0])).toMatchObject([{ state: 'done', digest: 'd1', decision: null }])
})

test('a taken offer is renewed by what its page says, and taken back as before', async () => {
  const { decide, renewTaken, takeOffer, said } = await aDesk()
  const { getBatchRows } = await import('../../db/batches.ts')
  const undo = await decide('b1', 0, takeOffer(anOffer('7'), 3))
  await decide('b1', 1, takeOffer(anOffer('8'), 4))
  const page = { ...detailedWith([]), offerId: '7', priceTiers: tiers([1, '9'], [500, '8']) }
  await renewTaken('b1', [0, 1], page)
  const [taken, other] = await getBatchRows('b1')
  const { title, supplier } = anOffer('7')
  expect(taken?.decision).toMatchObject({ at: 3, offer: { priceTiers: page.priceTiers, title, supplier } })
  expect(other?.decision).toEqual(takeOffer(anOffer('8'), 4))
  expect(await undo?.run()).toBe(true)
  expect((await said())[0]).toEqual([null, ''])
})
