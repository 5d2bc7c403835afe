import type { ErrorCode } from '@find-on-1688/shared'
import { expect } from 'vitest'
import { type Case, failed, failing, type PlatformAnswer, refused, says } from '../case.ts'

/** A text of the service inside a 200, and what it is about. */
const TEXTS: [code: string, message: string, about: ErrorCode | ErrorCode[]][] = [
  ['400', 'image format is not allowed', 'upstream_rejected_image'],
  ['E_PIC', 'The picture session has expired, please upload again', 'upstream_rejected_image'],
  ['SYSTEM_ERROR', 'handle image error', 'upstream_rejected_image'],
  ['500', '图片格式不正确', 'upstream_rejected_image'],
  ['FAIL', '图片过大，请压缩后重新上传', 'upstream_rejected_image'],
  ['FAIL', '图片解析失败', 'upstream_rejected_image'],
  ['FAIL', '图片大小超过限制', 'upstream_rejected_image'],
  ['40', 'invalid image', 'upstream_rejected_image'],
  ['500', '请求超时', 'upstream_unavailable'],
  ['QUOTA', '您的调用次数已用完', 'upstream_quota_exhausted'],
  ['LIMIT', 'QPS exceeds limit', 'upstream_throttled'],
  ['401', 'token已过期', 'upstream_unauthorized'],
  ['E', 'fail', 'upstream_unavailable'],
  ['500', 'the image size is too large', 'upstream_rejected_image'],
  ['500', 'imageBase64 is blank', ['upstream_rejected_image', 'upstream_unavailable']],
  ['SYSTEM_ERROR', 'SYSTEM_ERROR', 'upstream_unavailable'],
  ['500', '500 系统异常', 'upstream_unavailable'],
  ['500', '系统繁忙，请稍后重试', 'upstream_unavailable'],
  ['500', '服务器内部错误', 'upstream_unavailable'],
  ['500', 'Internal server error', 'upstream_unavailable'],
  ['B_BUSY', 'system busy, please try again later', 'upstream_unavailable'],
  ['QUOTA', '今日调用次数已达上限', 'upstream_quota_exhausted'],
  ['QUOTA', '当日调用量已用完', 'upstream_quota_exhausted'],
  ['401', 'access token is invalid or expired', 'upstream_unauthorized'],
  ['401', 'Request need user authorized', 'upstream_unauthorized'],
  ['UNKNOWN', 'design is not allowed to be empty', 'upstream_unavailable'],
  ['UNKNOWN', 'the campaign has expired', 'upstream_unavailable'],
  ['UNKNOWN', 'significant digits are missing', 'upstream_unavailable'],
  ['B_UNKNOWN', '未知错误', 'upstream_unavailable'],
  ['E', 'country is invalid', 'upstream_unavailable'],
  ['', '', 'upstream_unavailable'],
]

/** Tried with one provider: each costs two seconds of retries. */
const OF_THE_RATE: [code: string, message: string][] = [
  ['FLOW', '请求过于频繁'],
  ['FLOW', '访问太频繁，请稍后再试'],
  ['429', 'too many requests'],
  ['LIMIT', 'api call exceeds limited frequency'],
  ['FLOW', '请求过于频繁'],
]

/** The dropship API fails without a wrapper around it. */
const flat = (code: string, message: string): PlatformAnswer => ({ body: { success: false, code, message } })

export const FAILURES: Case[] = [
  ...TEXTS.flatMap(([code, message, expected]): Case[] => {
    const name = `"${message}"`
    const words = expected === 'upstream_unavailable' && code !== 'SYSTEM_ERROR' ? message : ''
    return [
      failing(name, 'crossborder', failed(code, message), expected, words),
      failing(name, 'dropship', flat(code, message), expected, words),
    ]
  }),
  ...OF_THE_RATE.map(([code, message]) =>
    failing(`"${message}"`, 'crossborder', failed(code, message), 'upstream_throttled'),
  ),
  ...clock(),
  {
    name: 'image-search says it in its own form',
    provider: 'image-search',
    platform: {
      'image-search': { status: 400, body: { error_response: { code: '15', msg: '图片格式不正确' } } },
    },
    fails: true,
    status: 502,
    answer: { code: 'upstream_rejected_image' },
  },
  {
    name: 'image-search is busy, in its own form',
    provider: 'image-search',
    platform: { 'image-search': { body: { error_response: { code: '500', msg: '系统繁忙' } } } },
    fails: true,
    status: 502,
    answer: { code: 'upstream_unavailable' },
  },
  {
    name: 'an image id of 0 is a picture that cannot be used',
    provider: 'crossborder',
    platform: { upload: { body: { result: { success: 'true', code: '200', result: '0' } } } },
    fails: true,
    status: 502,
    answer: { code: 'upstream_rejected_image' },
    calls: ['upload'],
  },
  {
    name: 'no image id is a picture that cannot be used',
    provider: 'crossborder',
    platform: { upload: { body: { result: { success: true, code: '200', result: null } } } },
    fails: true,
    status: 502,
    answer: { code: expect.toBeOneOf(['upstream_rejected_image', 'upstream_bad_response']) },
    calls: ['upload'],
  },
  {
    name: 'a failure of the search itself is not that of the picture',
    provider: 'crossborder',
    platform: { query: failed('500', '系统异常') },
    fails: true,
    status: 502,
    answer: { code: 'upstream_unavailable' },
  },
  {
    name: 'the words are cut and cleaned',
    provider: 'crossborder',
    platform: { upload: failed('E', `<script>alert(1)</script>${'x'.repeat(20_000)}`) },
    fails: true,
    status: 502,
    answer: {
      code: 'upstream_unavailable',
      detail: expect.toSatisfy((text) => text.length < 1000 && !text.includes('<script'), 'short and clean'),
    },
  },
  ...offers(),
]

/** Whoever's clock it is, the answer names it. */
function clock(): Case[] {
  const codes: ErrorCode[] = ['upstream_signature_rejected', 'upstream_unavailable']
  const named = (played: Case): Case => ({ ...played, answer: { ...played.answer, detail: says(/clock/i) } })
  return ['Request is expired', 'need time stamp verify'].flatMap((message) =>
    [
      failing(`"${message}" of the gateway`, 'crossborder', refused('gw.RequestExpired', message), codes),
      failing(`"${message}" with a bare number`, 'dropship', refused('400', message), codes),
      failing(`"${message}" of the service`, 'crossborder', failed('400', message), codes),
      failing(`"${message}" of the service`, 'dropship', flat('400', message), codes),
    ].map(named),
  )
}

/** Failures of a detail. */
function offers(): Case[] {
  const ones: [code: string, message: string, expected: ErrorCode | ErrorCode[]][] = [
    ['500', '系统异常', 'upstream_unavailable'],
    ['B_ERROR', 'something unheard of', 'upstream_unavailable'],
    [
      'NO_RELATION',
      'app has no permission of this offer',
      ['upstream_unavailable', 'upstream_access_denied'],
    ],
    ['401', 'Request need user authorized', 'upstream_unauthorized'],
  ]
  const unknown = [
    'offer not exist',
    '商品不存在',
    'offer is not found',
    '商品已下架或不存在',
    '产品不存在',
    'product not exist',
  ]
  return [
    ...ones.map(
      ([code, message, expected], at): Case => ({
        ...failing(
          `the detail of an offer: "${message}"`,
          'crossborder',
          failed(code, message, false),
          expected,
        ),
        offerId: `62300990000${at}`,
        platform: { detail: failed(code, message, false) },
      }),
    ),
    ...unknown.map(
      (message, at): Case => ({
        name: `no such offer: "${message}"`,
        provider: 'crossborder',
        offerId: `62300880000${at}`,
        platform: { detail: failed('500', message, false) },
        fails: true,
        status: 400,
        answer: { code: 'invalid_request', detail: says(/offer/i) },
        calls: ['detail'],
      }),
    ),
  ]
}
