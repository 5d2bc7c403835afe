import type { DetailedOffer, OfferVariant } from '@find-on-1688/shared'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { AppError } from '../model/failure.ts'
import { picturesOf, readPictures } from './offer-pictures.ts'
import { offerPicturesZip, zipName } from './offer-pictures-zip.ts'
import { offerText } from './offer-text.ts'
import { DETAILED, OFFER } from './testing/export-input.ts'

/** The header of a GIF of one pixel, and something that tells it from another. */
const gif = (mark: number, size = 20) => {
  const bytes = new Uint8Array(size)
  bytes.set([...'GIF89a'].map((letter) => letter.charCodeAt(0)))
  bytes.set([1, 0, 1, 0, 0, 0, 0, mark], 6)
  return bytes
}
const blobOf = (bytes: Uint8Array) => new Blob([bytes as Uint8Array<ArrayBuffer>])
const never = new AbortController().signal
const at = new Date(2026, 10, 24, 15, 30)

const variant = (id: string, value: string, more: Partial<OfferVariant> = {}): OfferVariant => ({
  id,
  attributes: [{ name: '颜色', value, nameTranslated: 'Colour', valueTranslated: `${id} in English` }],
  ...{ price: '10.10', promotionPrice: null, stock: null, imageUrl: null, weightKg: null },
  ...more,
})

const offer: DetailedOffer = {
  ...DETAILED,
  imageUrl: 'https://h/main',
  images: ['https://h/main', 'https://h/back'],
  attributes: [
    { name: '材质', value: '涤纶', nameTranslated: 'Material', valueTranslated: 'Polyester' },
    { name: '货号', value: 'A\nB', nameTranslated: null, valueTranslated: null },
  ],
  variants: [
    variant('1', '红色', { imageUrl: 'https://h/red', stock: 0, weightKg: 0.3, promotionPrice: '9.5' }),
    variant('2', '蓝色', { imageUrl: 'https://h/back', price: null }),
    variant('3', '绿色', { imageUrl: 'https://h/red', stock: 1200 }),
  ],
}

describe('the pictures of an offer', () => {
  test('are each there once, with the variants they show', () => {
    expect(picturesOf(offer)).toEqual([
      { url: 'https://h/main', variants: [] },
      { url: 'https://h/back', variants: ['蓝色'] },
      { url: 'https://h/red', variants: ['红色', '绿色'] },
    ])
  })

  test('are the one of the list where nothing else is known, or none', () => {
    expect(picturesOf({ ...OFFER, imageUrl: 'https://h/main' })).toHaveLength(1)
    expect(picturesOf({ ...OFFER, imageUrl: null })).toEqual([])
  })
})

describe('reading', () => {
  const answers: Record<string, () => Blob> = {
    'https://h/main': () => blobOf(gif(1)),
    'https://h/back': () => new Blob(['<html>no</html>']),
    'https://h/red': () => {
      throw new TypeError('Failed to fetch')
    },
  }
  const read = async (_: AbortSignal, url: string) => answers[url]?.() ?? expect.fail(url)

  test('goes on past what cannot be read, and says why', async () => {
    const done: number[] = []
    const result = await readPictures(never, picturesOf(offer), (count) => done.push(count), { read })
    expect(result.read).toMatchObject([{ name: '01.gif', url: 'https://h/main' }])
    expect(result.missing).toMatchObject([
      { url: 'https://h/back', why: 'not-a-picture' },
      { url: 'https://h/red', why: 'unreachable', variants: ['红色', '绿色'] },
    ])
    expect(done).toEqual([1, 2, 3])
  })

  test('says which are too large, each or together', async () => {
    const tooLarge = async () => {
      throw new AppError({ code: 'picture_too_large' })
    }
    const one = picturesOf(OFFER)
    expect((await readPictures(never, one, () => {}, { read: tooLarge })).missing[0]?.why).toBe('too-large')
    const large = async () => blobOf(gif(1, 60))
    const { read: kept, missing } = await readPictures(never, picturesOf(offer), () => {}, {
      read: large,
      maxBytes: 130,
    })
    expect(kept).toHaveLength(2)
    expect(missing).toMatchObject([{ why: 'no-room' }])
  })

  test('ends when it is cancelled', async () => {
    const controller = new AbortController()
    const reading = readPictures(controller.signal, picturesOf(offer), () => {}, {
      read: async () => {
        controller.abort()
        return blobOf(gif(1))
      },
    })
    await expect(reading).rejects.toThrow(/abort/i)
  })
})

const saved = {
  read: [
    { url: 'https://h/main', variants: [], name: '01.gif', bytes: gif(1) },
    { url: 'https://h/red', variants: ['红色'], name: '03.gif', bytes: gif(3) },
  ],
  missing: [{ url: 'https://h/back', variants: [], why: 'unreachable' as const }],
  at,
}

test('the zip has each picture unchanged and the text', async () => {
  const zip = offerPicturesZip(offer, saved, 'en')
  const files = unzipSync(new Uint8Array(await zip.arrayBuffer()))
  expect(Object.keys(files)).toEqual(['offer.txt', '01.gif', '03.gif'])
  expect(files['01.gif']).toEqual(gif(1))
  expect(files['03.gif']).toEqual(gif(3))
  const text = files['offer.txt'] ?? expect.fail()
  expect([...text.slice(0, 3)], 'a byte order mark').toEqual([0xef, 0xbb, 0xbf])
  expect(new TextDecoder().decode(text)).toBe(offerText(offer, saved, 'en'))
})

test('the text has the titles, the address, attributes, variants, and what is missing', () => {
  expect(offerText(offer, saved, 'en').split('\n')).toEqual([
    '夏季新款百褶半身裙',
    'Summer pleated skirt',
    'https://detail.1688.com/offer/710891050473.html',
    '',
    'Offer ID: 710891050473',
    'Supplier: 杭州某某服饰有限公司',
    'Location: 浙江省杭州市',
    'MOQ: 2 件',
    'Details as of: 2026-11-23 09:05',
    'Saved: 2026-11-24 15:30',
    '',
    'ATTRIBUTES',
    '材质 / Material: 涤纶 / Polyester',
    '货号: A B',
    '',
    'VARIANTS',
    '1. 红色 / 1 in English: ¥10.10 (promotion ¥9.50), stock 0, 0.3 kg, 03.gif',
    '2. 蓝色 / 2 in English: price unknown, stock unknown',
    '3. 绿色 / 3 in English: ¥10.10, stock 1,200, 03.gif',
    '',
    'PICTURES',
    '01.gif  https://h/main',
    '03.gif  https://h/red',
    '',
    'NOT SAVED',
    'https://h/back: the host didn’t provide it',
    '',
  ])
})

test('in Chinese the labels are Chinese; nothing is missing where nothing is', () => {
  const zh = offerText(offer, { ...saved, missing: [] }, 'zh')
  expect(zh).toContain('库存未知')
  expect(zh).toContain('材质 / Material：涤纶 / Polyester')
  expect(zh).not.toContain('未保存的图片')
})

test('of an offer whose details were not loaded, that is said, and not that it has none', () => {
  const text = offerText(OFFER, { ...saved, missing: [] }, 'en')
  expect(text).toContain('Details as of: not loaded')
  expect(text).not.toMatch(/VARIANTS|ATTRIBUTES|null|undefined/)
})

test('the name says of which offer it is, and when', () => {
  expect(zipName(offer, '2026-11-24 15:30')).toBe('1688-710891050473-2026-11-24-1530.zip')
})
