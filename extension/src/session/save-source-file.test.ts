import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { sourceFileOf } from '../image/digest.ts'
import { sourceFileItem } from '../model/stored-items.ts'
import { aSent } from '../testing/searches.ts'
import { saveSourceFile } from './save-source-file.ts'

const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0),
)
const { searchId: _, ...sent } = aSent('a', 'what was sent')
const never = new AbortController().signal
const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')

beforeEach(() => fakeBrowser.reset())

describe('the file that a picture was made from', () => {
  test('is stored with its type and digest, and the digest of what was sent', async () => {
    await saveSourceFile(never, sent, new Blob([PNG]))
    expect(await sourceFileItem.getValue()).toEqual({
      sent: sha256('what was sent'),
      sha256: sha256(PNG),
      type: 'image/png',
      bytes: PNG.length,
      dataUrl: `data:image/png;base64,${btoa(String.fromCharCode(...PNG))}`,
    })
  })

  test('is stored as its digest alone if it is large', async () => {
    const large = new Uint8Array(1_500_001)
    large.set(PNG)
    await saveSourceFile(never, sent, new Blob([large]))
    const found = await sourceFileItem.getValue()
    expect(found).toMatchObject({ type: 'image/png', bytes: 1_500_001, sha256: sha256(large) })
    expect(found).not.toHaveProperty('dataUrl')
  })

  test('is stored as its digest alone if it was uploaded', async () => {
    await saveSourceFile(never, sent, await sourceFileOf(new Blob([PNG], { type: 'text/plain' })))
    const found = await sourceFileItem.getValue()
    expect(found).toMatchObject({ type: 'image/png', sha256: sha256(PNG) })
    expect(found).not.toHaveProperty('dataUrl')
  })

  test('is removed by the next search, even if that has none', async () => {
    await saveSourceFile(never, sent, new Blob([PNG]))
    await saveSourceFile(never, { ...sent, how: 'capture' }, undefined)
    expect(await sourceFileItem.getValue()).toBeNull()
  })

  test('stays when a region of the picture is searched', async () => {
    await saveSourceFile(never, sent, new Blob([PNG]))
    await saveSourceFile(never, { ...sent, how: 'part' }, undefined)
    expect(await sourceFileItem.getValue()).not.toBeNull()
  })

  test('is not stored once the search has ended', async () => {
    await saveSourceFile(AbortSignal.abort(), sent, new Blob([PNG]))
    expect(await sourceFileItem.getValue()).toBeNull()
  })

  test('that the browser refuses to store is dropped silently', async () => {
    vi.spyOn(sourceFileItem, 'setValue').mockRejectedValueOnce(new Error('QUOTA_BYTES'))
    await saveSourceFile(never, sent, new Blob([PNG]))
    expect(await sourceFileItem.getValue()).toBeNull()
  })
})
