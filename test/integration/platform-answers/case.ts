import { ERRORS, type ErrorCode, type Provider } from '@find-on-1688/shared'
import { expect } from 'vitest'

/** The platform's APIs as cases name them. */
export type Api = 'upload' | 'query' | 'detail' | 'dropship' | 'image-search' | 'grant' | 'time'

/** A `string` is sent as it is, anything else as JSON. */
export interface PlatformAnswer {
  status?: number
  body: unknown
}

/** What the platform answers, and what must come out of the worker. */
export interface Case {
  name: string
  provider: Provider
  /** An offer's details are asked for; otherwise a search is made. */
  offerId?: string
  /** The search is by this address; otherwise by a picture of 800 × 800 pixels. */
  address?: string
  /** The query of the worker's address, `?page=2`. */
  query?: string
  /** For each API its answers in order, the last one for good. An upload that is not listed succeeds. */
  platform: Partial<Record<Api, PlatformAnswer | PlatformAnswer[]>>
  /** The platform fails for good. */
  fails?: boolean
  /** 200 by default, unless it fails. */
  status?: number
  /** What the answer has, at least. */
  answer: object
  /** The APIs that must have been called, in order. */
  calls?: Api[]
  /** What the last call's parameters have, at least, and members that they must not have. */
  sent?: object
  unsent?: string[]
}

export const IMAGE_ID = '1244408133008209457'

export const uploaded = (more: object = {}): PlatformAnswer => ({
  body: { result: { success: 'true', code: '200', message: '成功', result: IMAGE_ID, ...more } },
})

/** A page of `imageQuery`. */
export const page = (data: unknown, more: object = {}): PlatformAnswer => ({
  body: {
    result: {
      success: 'true',
      code: '200',
      message: 'success',
      result: { totalRecords: 1, totalPage: 1, pageSize: 20, currentPage: 1, data, ...more },
    },
  },
})

/** A page with one item that has these fields and what every item has. */
export const item = (fields: object): PlatformAnswer =>
  page([{ offerId: 623001777205, subject: '保温杯', priceInfo: { price: '9.80' }, ...fields }])

export const detail = (fields: object): PlatformAnswer => ({
  body: {
    result: {
      success: true,
      code: '200',
      message: '成功',
      result: {
        offerId: 623001777205,
        subject: '保温杯',
        status: 'published',
        minOrderQuantity: 3,
        productSaleInfo: {
          quoteType: 0,
          priceRangeList: [{ startQuantity: 3, price: '9.80' }],
          unitInfo: { unit: '个', transUnit: 'piece' },
        },
        ...fields,
      },
    },
  },
})

export const dropshipItems = (...items: object[]): PlatformAnswer => ({
  body: {
    success: true,
    code: '200',
    message: null,
    imageSearchUrl: 'https://s.1688.com/youyuan/index.htm',
    imageSearchResult: items.map((fields) => ({ offerId: '623001777205', subject: '保温杯', ...fields })),
  },
})

export const imageSearchItems = (...items: object[]): PlatformAnswer => ({
  body: {
    alibaba_product_image_search_response: {
      result: {
        total: items.length,
        itemList: items.map((fields) => ({ offerId: '623001777205', subject: '保温杯', ...fields })),
      },
    },
  },
})

/** A failure of the service itself: HTTP 200. */
export const failed = (code: string, message: string, success: unknown = 'false'): PlatformAnswer => ({
  body: { result: { success, code, message, result: null } },
})

/** A failure of the gateway. */
export const refused = (error_code: unknown, error_message: string, status = 400): PlatformAnswer => ({
  status,
  body: { error_code, error_message, exception: error_message, request_id: '0b51d2e617' },
})

/** An amount of yuan, however many zeros are written after the point. */
export const yuan = (amount: number) =>
  expect.toSatisfy((value: unknown) => typeof value === 'string' && Number(value) === amount, `¥${amount}`)

/** Anything but these. */
export const noneOf = (...values: unknown[]) =>
  expect.toSatisfy(
    (value: unknown) =>
      !values.some((bad) =>
        typeof bad === 'number' && value !== null ? Number(value) === bad : value === bad,
      ),
    `none of ${JSON.stringify(values)}`,
  )

export const oneOf = (...values: unknown[]) => expect.toBeOneOf(values)

export const says = (pattern: RegExp) => expect.stringMatching(pattern)

/** One offer that has these fields, at least. */
export const offer = (fields: object) => ({ offers: [expect.objectContaining(fields)] })

/** The API that a search calls first. */
const FIRST = { crossborder: 'upload', dropship: 'dropship', 'image-search': 'image-search' } as const

/** The first call of a search fails. With one code the HTTP status is that code's own. */
export const failing = (
  name: string,
  provider: Provider,
  answer: PlatformAnswer,
  expected: ErrorCode | ErrorCode[],
  words = '',
): Case => {
  const codes = [expected].flat()
  const [first = 'internal'] = codes
  return {
    name,
    provider,
    platform: { [FIRST[provider]]: answer },
    fails: true,
    ...(codes.length === 1 && { status: ERRORS[first][0] }),
    answer: { code: expect.toBeOneOf(codes), ...(words && { detail: expect.stringContaining(words) }) },
  }
}

export type DetailCase = [name: string, fields: object, answer: object]

let offers = 0

/** Each case has an offer of its own, so that no answer is that of another. */
export const detailCases = (cases: DetailCase[]): Case[] =>
  cases.map(([name, fields, answer]) => {
    const offerId = String(623_001_777_300 + ++offers)
    return {
      name,
      provider: 'crossborder',
      offerId,
      platform: { detail: detail({ offerId: Number(offerId), ...fields }) },
      answer: { offerId, ...answer },
      calls: ['detail'],
    }
  })
