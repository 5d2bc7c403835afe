import { describe, expect, test } from 'vitest'
import { businessFailure, type Subject } from './business-failure.ts'

const IMAGE = { code: 'upstream_rejected_image' }
const PLATFORM = { code: 'upstream_unavailable', retryable: true }
const RATE = { code: 'upstream_throttled', retryable: true }
const QUOTA = { code: 'upstream_quota_exhausted' }
const CLOCK = { code: 'upstream_signature_rejected', message: expect.stringContaining('clock') }
const SIGNATURE = { code: 'upstream_signature_rejected', message: expect.stringContaining('APP_SECRET') }
const TOKEN = { code: 'upstream_unauthorized', isTokenRefusal: true }
const KEY = { code: 'upstream_unauthorized', isTokenRefusal: false }
const ACCESS = { code: 'upstream_access_denied', isFinal: false }
const DENIED = { code: 'upstream_access_denied', isFinal: true }
const OFFER = { code: 'invalid_request', isFinal: true }
const UNKNOWN = { code: 'upstream_unavailable', retryable: false, isFinal: false }

/** More texts as services write them, those of other things with the same words among them. */
const TEXTS: [what: string, about: Subject, expected: object, texts: string][] = [
  [
    'the picture',
    'picture',
    IMAGE,
    `
      picture size must less than 5M | The uploaded image is not in JPG or PNG format |
      Only jpg/png images are supported | image resolution too low | imgUrl can not be accessed |
      image url is illegal | upload image fail | Failed to upload the image |
      The image does not contain a product | no object detected in the image | 图片上传失败 | 图片尺寸不符合要求 | 图片内容违规 |
      图片base64不能为空 | 请上传清晰的商品图片 | 未识别到图片主体 | 图片链接无法访问 | 图片大小不能超过5M | 上传的图片太大 | 仅支持jpg、png格式的图片 | 图搜图片为空 | 主图不清晰 |
      找不到图片 | imageId不存在 | imageId已失效，请重新上传 | image id not found | imageId is invalid or expired |
      image base64 decode error | base64 string is not a valid image | The picture is expired | 图片会话已过期，请重新上传 |
      picture format error: webp | invalid image | image error | IMAGE_TOO_LARGE | ImageFormatNotSupported |
      bad picture | cannot read image | unable to process the image | get image failed
    `,
  ],
  [
    'the platform',
    'picture',
    PLATFORM,
    `
      系统开小差 | 服务异常，请稍后重试 | 网络繁忙，请稍后再试 | 系统升级维护中 | system exception | Service unavailable | service invoke error |
      remote service error | Internal error | server error | The server is busy now | unknown system error |
      SYSTEM_EXCEPTION | 调用超时 | 请求超时，请重试 | connect timeout | HSF service not found | 系统错误 | 系统出错 | 后台服务异常 |
      image server is down | 以图搜图服务繁忙 | gateway timeout | dependency service failed
    `,
  ],
  [
    'nothing known',
    'picture',
    UNKNOWN,
    `
      处理失败，请重试 | database error | 并发超限 | App Call Limited | insufficient balance | Missing parameter: sign |
      invalid client_id | isv.permission-api-package-limit | Insufficient isv permissions | 该应用未订购此接口 |
      brand session of spring is not open | sign board category is forbidden | the coupon has expired |
      promotion expired | 商品已过期 | 优惠券已失效 | 活动已过期 | keyword is not allowed | language is not supported |
      sort is invalid | filter not allowed | 类目不存在 | 参数错误 | 参数不能为空 | beginPage must be larger than 0 |
      pageSize is too large | price range is invalid | designer token gift is not for sale |
      purchase quota for this seller is one piece | seller account is frozen | the seller does not allow this |
      outMemberId is invalid | member expired | unknown error | 操作失败 | 业务异常 | 图书类目不支持 | 地图不支持 |
      picture frames are not sold to this country | digital photo printer is forbidden in this country |
      data not exist | no data | license expired | sign up first | signal too weak | cosign required |
      assignment failed | tokenizer error | 会员已过期 | sessions | rate is invalid |
      frequency converter is not allowed | 变频器不支持 | 签约失败 | service charge invalid | 系统柜 not for sale
    `,
  ],
  [
    'the rate',
    'picture',
    RATE,
    `
      调用过于频繁 | 操作太频繁了 | 您的访问过快 | 请求过多 | 请求太多，请稍后再试 | 触发限流 | 超过QPS限制 | qps limit | rate limited |
      call frequency exceeds the limit | Too many calls in a short time | requests are too frequent |
      Request was denied due to user flow control. | api access frequency exceeds the limit | 图片搜索请求过于频繁 |
      flow limit | 被流控 | too much requests
    `,
  ],
  [
    "the day's quota",
    'picture',
    QUOTA,
    `
      今日调用次数已用完 | 调用次数超限 | 今天的额度用完了 | 日调用量超过上限 | 当天请求次数已超过限制 | you have exceeded your daily quota |
      daily quota exceeded | no quota left | quota not enough | calls of today have reached the limit |
      the maximum number of calls per day has been reached | 接口调用额度不足 | api call limit of the day reached |
      usage limit exceeded
    `,
  ],
  [
    'the clock',
    'picture',
    CLOCK,
    `
      timestamp is invalid | timestamp expired | _aop_timestamp is out of range | Missing timestamp | 时间戳过期 |
      请求时间戳无效 | 请求已失效 | Request expired | request time is expired | The request has been expired |
      invalid time stamp
    `,
  ],
  [
    'the token',
    'picture',
    TOKEN,
    `
      Access token is expired | access_token invalid | invalid access token | Invalid session | session expired |
      token is illegal | token过期 | 登录已过期，请重新登录 | 用户授权已过期 | 授权令牌无效 | accesstoken已失效 | need login |
      User not logged in | Request need user authenticated | 401 Unauthorized | the token has been revoked |
      会话已过期 | AccessToken过期，请刷新
    `,
  ],
  [
    'the signature',
    'picture',
    SIGNATURE,
    `
      sign invalid | Invalid Sign | signature mismatch | the signature does not match |
      Signature verification failed | 验签失败 | 签名不正确 | signature is missing | sign check fail
    `,
  ],
  [
    'the app key',
    'picture',
    KEY,
    `
      appKey invalid | App Key not found | appkey不存在 | 无效的appKey | AppKey is disabled
    `,
  ],
  [
    'access to the API',
    'picture',
    ACCESS,
    `
      无权限访问该接口 | 没有接口调用权限 | API not authorized | app has no permission to access this api
    `,
  ],
  [
    'an unknown offer',
    'offer',
    OFFER,
    `
      offer not exist | Offer is deleted | offerId is invalid | 商品已删除 | 商品已失效 | 该商品不存在或已下架 | product not found |
      cannot find the offer | offer off shelf | 产品不存在 | offer is offline | offer expired | OFFER_NOT_EXIST |
      商品信息不存在 | 没有找到该商品 | no such offer | the offer you asked for is not available
    `,
  ],
  [
    'an offer that the app may not see',
    'offer',
    DENIED,
    `
      无权查看该商品 | no permission to access the offer
    `,
  ],
  [
    'nothing known of an offer',
    'offer',
    UNKNOWN,
    `
      offer is not in the distribution pool | 查询商品失败 | get offer detail failed
    `,
  ],
  [
    'the platform, in a detail',
    'offer',
    PLATFORM,
    `
      product service error | 商品服务异常 | 商品查询超时
    `,
  ],
  [
    'the quota, in a detail',
    'offer',
    QUOTA,
    `
      商品详情接口调用次数已达上限
    `,
  ],
  [
    'the token, in a detail',
    'offer',
    TOKEN,
    `
      access token invalid
    `,
  ],
]

describe.each(TEXTS)('a text about %s', (_what, about, expected, texts) => {
  test.each(texts.split('|').map((text) => text.trim()))('%s', (text) => {
    expect(businessFailure('E', text, about)).toMatchObject({ isKeyRefusal: false, ...expected })
  })
})
