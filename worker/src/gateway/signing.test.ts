import { describe, expect, test } from 'vitest'
import { type Params, signAop, signImageSearch } from './signing.ts'

const CROSSBORDER = 'param2/1/com.alibaba.fenxiao.crossborder'
const stamped = { access_token: 'tok-1', _aop_timestamp: '1700000000000' }
const offerQueryParam = '{"imageId":"1244408133008209457","beginPage":1,"pageSize":20,"country":"en"}'

describe('AOP signatures match those of the platform and of other clients', () => {
  test.each<[string, string, Params, string, string]>([
    [
      "the platform's own example",
      'param2/1/system/currentTime/1000000',
      { b: '2', a: '1' },
      'test123',
      '33E54F4F7B989E3E0E912D3FBD2F1A03CA7CCE88',
    ],
    [
      "a public client's test",
      'param2/1/com.alibaba.trade/alibaba.trade.getBuyerOrderList/5890829',
      { access_token: 'token-123', page: '1', pageSize: '20' },
      'app-secret',
      '7B91F432F48774204045D86636AFD333B71E95FB',
    ],
    [
      'a picture upload',
      `${CROSSBORDER}/product.image.upload/1000000`,
      { ...stamped, uploadImageParam: '{"imageBase64":"aGVsbG8="}' },
      'test123',
      '57C0B74F9C1581895128CE80B6A0199C0D4BF79E',
    ],
    [
      'a picture query',
      `${CROSSBORDER}/product.search.imageQuery/1000000`,
      { ...stamped, offerQueryParam },
      'test123',
      'C2065373055816626DD03A20011CB0FB33205515',
    ],
    [
      'Base64 with + and /',
      'param2/1/com.alibaba.product/alibaba.public.image.similar.offer.search/1000000',
      { ...stamped, imgBase64: '/9j/4AAQ+Sk=' },
      'test123',
      '4E001DCEF55AEACAC79DB308F991B95BD25457F7',
    ],
    [
      'no parameters',
      'param2/1/system/currentTime/1000000',
      {},
      'test123',
      '6DE0BF22A879A7631C7C0706D95EEB60184D9EAF',
    ],
  ])('%s', async (_what, urlPath, params, secret, signature) => {
    expect(await signAop(urlPath, params, secret)).toBe(signature)
    const reversed = Object.fromEntries(Object.entries(params).reverse())
    expect(await signAop(urlPath, { ...reversed, _aop_signature: 'old' }, secret)).toBe(signature)
  })
})

describe('image-search signs only the pairs, in Base64', () => {
  test.each([
    ['1', '1', '20', 'dzQaO9mXpI+NaKaaeyU7EoViJqU='],
    ['2', '3', '50', 'O2yk7qOye2QCV+UrgEMWDWn80wo='],
  ])('searchType %s, page %s', async (searchType, page, pageSize, sign) => {
    const always = { app_key: '1000000', timestamp: '1700000000000', imgBase64: '/9j/4AAQ+Sk=' }
    const params = { ...always, searchType, page, pageSize }
    expect(await signImageSearch(params, 'test123')).toBe(sign)
    expect(await signImageSearch({ sign: 'old', ...params }, 'test123')).toBe(sign)
    expect(await signImageSearch(params, 'test124')).not.toBe(sign)
  })
})
