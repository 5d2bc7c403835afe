import { describe, expect, test } from 'vitest'
import { businessFailure, type Subject } from './business-failure.ts'

const IMAGE = 'upstream_rejected_image'
const DOWN = 'upstream_unavailable'
const RATE = 'upstream_throttled'
const QUOTA = 'upstream_quota_exhausted'
const SIGNED = 'upstream_signature_rejected'
const TOKEN = 'upstream_unauthorized'
const ACCESS = 'upstream_access_denied'

type Phrase = [code: string | number | null, message: string | null]

/** What a text is about, and texts about it. */
const TEXTS: Record<string, { about?: Subject; expected: object; texts: Phrase[] }> = {
  'the picture': {
    expected: { code: IMAGE, isFinal: true, retryable: false },
    texts: [
      ['IMG_FORMAT', 'image format is not allowed'],
      ['ERR', 'image design sign is too small'],
      ['SYSTEM_ERROR', 'handle image error with url https://a.test/b.jpg?c=d'],
      ['500', 'The picture cannot be recognised, use a clear one'],
      ['E', 'unsupported image type'],
      ['E', 'imageBase64 is empty'],
      ['E', 'imgBase64 can not be null'],
      ['E', 'Image size exceeds 3M'],
      ['E', 'the photo is blurry or broken, image must be larger than 100*100'],
      ['E', 'failed: invalid picture'],
      ['E', 'decode image failed'],
      ['IMAGE_INVALID', null],
      ['E', 'image_size_too_large'],
      ['isv.image-invalid', ''],
      ['401', 'image format is not allowed'],
      ['E', '图片格式不正确'],
      ['E', '图片过大'],
      ['E', '不支持的图片格式'],
      ['E', '图像解析失败，请更换'],
      ['E', '照片太小'],
      ['E', '无法识别图片中的商品'],
      ['E', '图片大小超过限制'],
      ['E', '请重新上传图片'],
      ['SYSTEM_ERROR', '图片下载失败'],
    ],
  },
  'a picture that 1688 no longer has': {
    expected: { code: IMAGE, isFinal: false, retryable: false },
    texts: [
      ['E', 'The image session has expired, please upload again'],
      ['E', 'imageId expired'],
      ['E', 'picture token is expired'],
      ['E', '图片已过期，请重新上传'],
      ['E', '图片ID已失效'],
    ],
  },
  'the platform': {
    expected: { code: DOWN, isFinal: false, retryable: true },
    texts: [
      ['SYSTEM_ERROR', 'system error'],
      ['SYSTEM_ERROR', 'SYSTEM_ERROR'],
      ['SYSTEM_ERROR', null],
      [500, '系统异常'],
      ['E', '500 系统异常'],
      ['E', '系统繁忙，请稍后再试'],
      ['E', '系统内部错误'],
      ['E', '服务器开小差了，请稍后重试'],
      ['E', '服务暂时不可用'],
      ['E', '网络异常'],
      ['E', '接口请求超时'],
      ['E', 'Internal Server Error'],
      ['E', 'service is temporarily unavailable'],
      ['E', 'System busy, please try again later.'],
      ['E', 'HSFTimeOutException'],
      ['E', 'read timed out'],
      ['E', 'image search service error'],
      ['E', '图片搜索服务异常'],
      ['503', ''],
      ['E', 'Please try again later'],
    ],
  },
  'the rate': {
    expected: { code: RATE, retryable: true, isKeyRefusal: false },
    texts: [
      ['E', '请求过于频繁'],
      ['E', '图片上传过于频繁，请稍后再试'],
      ['E', '访问频率超过限制'],
      ['E', '已被限流'],
      ['E', 'Too many requests'],
      ['E', 'image search is called too often'],
      ['E', 'request frequency limit exceeded'],
      ['E', 'api call exceeds limited frequency'],
      ['FLOW_LIMIT', 'x'],
      ['E', 'the call was throttled'],
      [429, 'x'],
      ['E', 'QPS exceeded'],
    ],
  },
  "the day's quota": {
    expected: { code: QUOTA, retryable: false, isKeyRefusal: false },
    texts: [
      ['E', '今日调用次数已达上限'],
      ['E', '当日图片搜索额度已用完'],
      ['E', '接口调用次数不足'],
      ['E', '每天最多调用1000次，已超过'],
      ['E', 'daily call limit reached'],
      ['E', "today's quota has been used up"],
      ['E', 'SLA bill has no usage left'],
      ['E', 'Your quota is exhausted'],
      ['E', 'exceeded the api quota'],
      ['E', 'image search quota exceeded'],
    ],
  },
  'the clock': {
    expected: { code: SIGNED, message: expect.stringContaining('clock'), isTokenRefusal: false },
    texts: [
      ['E', 'Request is expired'],
      ['E', 'request has expired'],
      ['E', 'need time stamp verify'],
      ['E', 'Invalid timestamp'],
      ['E', 'timestamp out of range'],
      ['gw.RequestExpired', ''],
      ['gw.TimestampInvalid', 'x'],
      ['E', '请求已过期'],
      ['E', '时间戳错误'],
      ['E', '时间戳已失效'],
    ],
  },
  'the token': {
    expected: { code: TOKEN, isTokenRefusal: true, isKeyRefusal: false },
    texts: [
      ['401', 'access token invalid'],
      [401, 'x'],
      ['E', 'Request need user authorized'],
      ['E', 'The access_token has expired'],
      ['E', 'session key is invalid'],
      ['E', 'token expired'],
      ['E', 'Unauthorized'],
      ['E', 'user is not authorized'],
      ['E', 'invalid refresh_token'],
      ['invalid_grant', ''],
      ['TOKEN_EXPIRED', null],
      ['E', '访问令牌已过期'],
      ['E', '用户未授权'],
      ['E', '授权已失效，请重新授权'],
      ['E', 'accessToken无效'],
    ],
  },
  'the signature': {
    expected: { code: SIGNED, message: expect.stringContaining('APP_SECRET'), isKeyRefusal: false },
    texts: [
      ['isv.invalid-sign', 'x'],
      ['E', 'Invalid signature'],
      ['E', 'sign error'],
      ['E', 'the signature is not valid'],
      ['E', '签名错误'],
      ['E', '签名验证失败'],
    ],
  },
  'the app key': {
    expected: { code: TOKEN, isTokenRefusal: false, isKeyRefusal: false },
    texts: [
      ['400', 'Invalid appKey, unsport appKey: 123'],
      ['E', 'appkey is not exist'],
      ['E', 'unknown app key'],
      ['E', 'AppKey无效'],
    ],
  },
  'access to the API': {
    expected: { code: ACCESS, isFinal: false, isKeyRefusal: false },
    texts: [
      ['E', 'AppKey is not allowed(acl)'],
      ['E', 'no permission to call this api'],
      ['E', 'this api is not granted to the app'],
      ['E', '应用无权限调用该接口'],
      ['E', '接口未授权'],
    ],
  },
  'an unknown offer': {
    about: 'offer',
    expected: { code: 'invalid_request', isFinal: true },
    texts: [
      ['500', '商品不存在'],
      ['E', '该商品已下架'],
      ['E', '找不到该产品'],
      ['E', 'offer not exist'],
      ['E', 'The product does not exist'],
      ['OFFER_NOT_FOUND', ''],
      ['E', 'offer is no longer on sale'],
      ['E', 'the item has been deleted'],
      ['E', 'invalid offer id'],
    ],
  },
  'an offer that the app may not see': {
    about: 'offer',
    expected: { code: ACCESS, isFinal: true, isKeyRefusal: false },
    texts: [
      ['NOT_EXIST_RELATION', 'app has no permission of this offer'],
      ['NOT_EXIST_RELATION', ''],
      ['E', '应用无权限访问该商品'],
    ],
  },
  'a part of a picture': {
    about: 'region',
    expected: { code: IMAGE, message: expect.stringContaining('region of the picture') },
    texts: [
      ['E', 'region is invalid'],
      ['E', 'invalid region'],
    ],
  },
  'nothing known': {
    expected: { code: DOWN, retryable: false, isFinal: false, isKeyRefusal: false, isTokenRefusal: false },
    texts: [
      ['PARAM_ERROR', 'country is invalid'],
      ['E', 'the campaign has expired'],
      ['E', 'design is not allowed to be empty'],
      ['E', 'significant digits are missing'],
      ['E', 'sign'],
      ['E', 'please sign in'],
      ['E', 'expired'],
      ['E', 'not allowed'],
      ['E', 'session'],
      ['E', 'the trade fair session is full'],
      ['E', 'token'],
      ['E', 'quota'],
      ['E', 'image'],
      ['E', 'permission'],
      ['E', 'the coupon token was given to a buyer'],
      ['E', 'keyword “image format is not allowed” cannot be used'],
      ['E', '关键词“图片错误贴纸”违禁'],
      ['E', '标题《系统异常》含有违禁词'],
      ['E', 'imagery of a signature style'],
      ['E', 'too many images in one package'],
      ['E', 'priceStart is larger than priceEnd'],
      ['E', 'region is invalid'],
      ['E', 'brand not authorized'],
      ['E', '品牌未授权'],
      ['E', '未知错误'],
      ['E', '商品不存在'],
      ['200', 'x'],
      ['', ''],
      [null, null],
    ],
  },
}

describe.each(Object.entries(TEXTS))('a text about %s', (_name, { about, expected, texts }) => {
  test.each(texts)('%s: %s', (code, message) => {
    expect(businessFailure(code, message, about)).toMatchObject(expected)
  })
})

test('whatever was asked about, an unknown reason is neither the fault of the picture nor of the offer', () => {
  for (const about of ['picture', 'region', 'offer', undefined] as const)
    for (const [code, message] of TEXTS['nothing known']?.texts ?? [])
      if (!/region|商品/.test(message ?? ''))
        expect(businessFailure(code, message, about)).toMatchObject({ code: DOWN, isFinal: false })
})

describe('the words of the platform', () => {
  const said = (message: string) => businessFailure('E', message).message

  test('are quoted if nobody knows them, its code if there are none', () => {
    expect(said('country is invalid')).toContain('“country is invalid”')
    expect(businessFailure('PARAM_ERROR', '').message).toContain('“PARAM_ERROR”')
    expect(businessFailure(null, null).message).not.toContain('“')
  })

  test('come on one line, in bounds, and cannot end the quotation', () => {
    const detail = said(`a\r\n\tb\u202e“c” <script>x</script>${' long'.repeat(2000)}😀`)
    expect(detail).toContain('“a b c … x … long')
    expect(detail.length).toBeLessThan(320)
    expect(detail).not.toMatch(/[\r\n\t\u202e<>]/)
    expect(said(`${'😀'.repeat(300)}`)).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/)
  })

  test.each([
    ['an address', 'odd https://a.test/p.jpg?token=canary1&x=2 here', 'canary1'],
    ['an address without a scheme', 'odd //a.test/canary1?y here', 'canary1'],
    ['a named value', 'odd access_token=canary1, here', 'canary1'],
    ['a named value in JSON', 'odd {"app_key":"canary1"} here', 'canary1'],
    ['a named signature', 'odd sign: canary1 here', 'canary1'],
    ['a signature', 'odd 3F2504E04F8911D39A0C0305E82C33013F2504E0 here', '3F2504'],
    ['Base64', `odd ${btoa('a picture in Base64, a few bytes of it')} here`, 'YSBwaWN0'],
    ['a token', 'odd 1b3a7c55-77f8-4a63-9f8f-0c53cbd3b2a1 here', '1b3a7c55'],
    ['an image id', 'odd 1244408133008209457 here', '1244408133'],
  ])('are quoted without %s', (_what, message, secret) => {
    expect(said(message)).toMatch(/“odd .*…/)
    expect(said(message)).not.toContain(secret)
  })

  test.each(['access token canary is invalid', '签名错误: canary', 'Invalid appKey, unsport appKey: canary'])(
    'on keys and tokens are not quoted: %s',
    (message) => {
      expect(said(message)).not.toContain('canary')
    },
  )
})

test('long texts take no long time', () => {
  for (const unit of ['image ', 'offer no permission ', '今日', 'a_', 'timestamp ', '"', '9', '图片'])
    expect(businessFailure(unit.repeat(50_000), unit.repeat(50_000), 'offer').message.length).toBeLessThan(
      400,
    )
})
