import { beforeEach, expect, test, vi } from 'vitest'
import { AppError } from '../model/failure.ts'
import { reduce } from './reduce.ts'

const tried: { width: number; quality: number }[] = []

vi.mock('./emptiness.ts', () => ({ emptinessOf: () => undefined }))
vi.mock('./decode.ts', () => ({ decode: async () => ({ width: 1600, height: 1600, close: () => {} }) }))
// A byte a pixel at full quality.
vi.mock('./resize.ts', () => ({
  scale: async (_picture: unknown, _crop: unknown, { width, height }: { width: number; height: number }) => ({
    convertToBlob: async ({ quality }: { quality: number }) => {
      tried.push({ width, quality })
      return new Blob([new Uint8Array(width * height * quality)])
    },
  }),
}))

beforeEach(() => {
  tried.length = 0
})

test('a picture that fits is encoded once, at the standard quality', async () => {
  const { width, bytes } = await reduce(new Blob(['x']), 600_000)
  expect({ width, bytes }).toEqual({ width: 800, bytes: 544_000 })
  expect(tried).toEqual([{ width: 800, quality: 0.85 }])
})

test('one that does not fit loses quality first', async () => {
  const { width, bytes } = await reduce(new Blob(['x']), 420_000)
  expect({ width, bytes }).toEqual({ width: 800, bytes: 416_000 })
  expect(tried.map(({ quality }) => quality)).toEqual([0.85, 0.75, 0.65])
})

test('then it becomes smaller', async () => {
  const { width, bytes } = await reduce(new Blob(['x']), 300_000)
  expect(width).toBe(640)
  expect(bytes).toBeLessThanOrEqual(300_000)
})

test('one that never fits fails as too large', async () => {
  const failed = reduce(new Blob(['x']), 100)
  await expect(failed).rejects.toThrow(AppError)
  await expect(failed).rejects.toThrow('picture_too_large')
})
