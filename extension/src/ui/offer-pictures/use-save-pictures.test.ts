import { beforeEach, expect, test, vi } from 'vitest'
import { readPictures } from '../../export/offer-pictures.ts'
import { offerWith } from '../../testing/offers.ts'
import { savePictures } from './use-save-pictures.ts'

vi.mock(import('../../export/offer-pictures.ts'), async (original) => ({
  ...(await original()),
  readPictures: vi.fn(),
}))
beforeEach(() => void vi.mocked(readPictures).mockReset())

const save = (signal: AbortSignal) => savePictures(signal, offerWith(), [], () => {})

test('what fails by itself is not said to be cancelled', async () => {
  vi.mocked(readPictures).mockRejectedValue(new RangeError('Array buffer allocation failed'))
  expect(await save(new AbortController().signal)).toEqual({ state: 'idle' })
})

test('what the user stops is cancelled', async () => {
  vi.mocked(readPictures).mockImplementation(async (signal) => {
    signal.throwIfAborted()
    return { read: [], missing: [] }
  })
  expect(await save(AbortSignal.abort())).toEqual({ state: 'cancelled' })
  expect(await save(new AbortController().signal)).toEqual({ state: 'none-read' })
})
