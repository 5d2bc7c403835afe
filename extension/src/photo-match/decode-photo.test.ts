import { afterEach, expect, test, vi } from 'vitest'
import { decodePhoto } from './decode-photo.ts'

afterEach(() => vi.unstubAllGlobals())

/** The start of a PNG, with its size. */
function png(width: number, height: number): Blob {
  const bytes = new Uint8Array(33)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
  const view = new DataView(bytes.buffer)
  view.setUint32(16, width)
  view.setUint32(20, height)
  bytes.set([8, 6], 24)
  return new Blob([bytes])
}

/** Decodes everything to a picture of this size. */
function browserThatDecodes(width: number, height: number) {
  const close = vi.fn()
  const decode = vi.fn(async (_: unknown, how?: { resizeWidth: number; resizeHeight: number }) => ({
    width: how?.resizeWidth ?? width,
    height: how?.resizeHeight ?? height,
    close,
  }))
  vi.stubGlobal('createImageBitmap', decode)
  const getImageData = (_x: number, _y: number, w: number, h: number) => ({
    data: new Uint8ClampedArray(w * h * 4),
  })
  const getContext = () => ({ drawImage: () => {}, getImageData })
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      getContext = getContext
    },
  )
  return { decode, close }
}

test('a picture of up to 800 pixels keeps its size', async () => {
  const { decode, close } = browserThatDecodes(800, 600)
  expect(await decodePhoto(png(800, 600))).toMatchObject({ width: 800, height: 600 })
  expect(decode).toHaveBeenCalledTimes(1)
  expect(close).toHaveBeenCalledTimes(1)
})

test('a larger picture is reduced by its size after rotation', async () => {
  const { decode, close } = browserThatDecodes(900, 1600)
  expect(await decodePhoto(png(1600, 900))).toMatchObject({ width: 450, height: 800 })
  expect(decode).toHaveBeenCalledTimes(2)
  expect(close).toHaveBeenCalledTimes(2)
})

test('a picture that would need too much memory, or no picture at all, is not decoded', async () => {
  const { decode } = browserThatDecodes(1, 1)
  await expect(decodePhoto(png(30_000, 30_000))).rejects.toMatchObject({ why: 'unreadable' })
  await expect(decodePhoto(new Blob(['<svg/>']))).rejects.toMatchObject({ why: 'unreadable' })
  expect(decode).not.toHaveBeenCalled()
})

test('a picture that the browser cannot decode is unreadable', async () => {
  vi.stubGlobal('createImageBitmap', () => Promise.reject(new DOMException('broken', 'InvalidStateError')))
  await expect(decodePhoto(png(10, 10))).rejects.toMatchObject({ why: 'unreadable' })
})
