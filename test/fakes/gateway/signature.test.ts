import { expect, test } from 'vitest'
import { aopSignature, imageSearchSign } from './signature.ts'

const BRIEF = { app_key: '1000000', timestamp: '1700000000000', imgBase64: '/9j/4AAQ+Sk=' }

test('signs AOP calls as in the examples of the platform and of other clients', () => {
  const example = aopSignature('param2/1/system/currentTime/1000000', { b: '2', a: '1' }, 'test123')
  expect(example).toBe('33E54F4F7B989E3E0E912D3FBD2F1A03CA7CCE88')
  const form = { access_token: 'token-123', page: '1', pageSize: '20', _aop_signature: 'not signed itself' }
  const path = 'param2/1/com.alibaba.trade/alibaba.trade.getBuyerOrderList/5890829'
  expect(aopSignature(path, form, 'app-secret')).toBe('7B91F432F48774204045D86636AFD333B71E95FB')
})

test('signs image-search calls', () => {
  const sign = (searchType: string, page: string, pageSize: string) =>
    imageSearchSign({ ...BRIEF, searchType, page, pageSize, sign: 'not signed itself' }, 'test123')
  expect(sign('1', '1', '20')).toBe('dzQaO9mXpI+NaKaaeyU7EoViJqU=')
  expect(sign('2', '3', '50')).toBe('O2yk7qOye2QCV+UrgEMWDWn80wo=')
})
