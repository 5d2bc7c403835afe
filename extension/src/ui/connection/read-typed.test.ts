import { connectionCode } from '@find-on-1688/shared'
import { expect, test } from 'vitest'
import { en } from '../../i18n/en.ts'
import { setTexts } from '../../i18n/index.ts'
import { readTyped } from './read-typed.ts'

setTexts(en)

const proxy = { address: 'https://proxy.example', clientKey: 'f1688_key' }
const code = connectionCode({ address: proxy.address, key: proxy.clientKey })

test.each([
  ['a code', { code }],
  ['a code that was wrapped', { code: ` ${code.slice(0, 20)}\n${code.slice(20)} ` }],
  ['a code in place of the address', { address: code, clientKey: '' }],
  ['a code in place of the key', { address: '', clientKey: code }],
  ['address and key', { address: 'proxy.example/', clientKey: ' f1688_key ' }],
])('%s is read', (_, typed) => {
  expect(readTyped(typed)).toEqual({ proxy })
})

test.each([
  [{ code: ' ' }, en.connectionCodeEmpty],
  [{ code: 'https://proxy.example' }, en.connectionCodeInvalid],
  [{ code: code.slice(0, -10) }, en.connectionCodeIncomplete],
  [{ code: code.replace('https', 'http') }, en.workerAddressErrors.insecure],
  [{ address: '', clientKey: 'key' }, en.workerAddressErrors.empty],
  [{ address: 'http://proxy.example', clientKey: 'key' }, en.workerAddressErrors.insecure],
  [{ address: 'proxy.example', clientKey: ' ' }, en.clientKeyMissing],
])('%o: %s', (typed, wrong) => {
  expect(readTyped(typed)).toEqual({ wrong })
})
