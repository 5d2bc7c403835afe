import { expect, test } from 'vitest'
import { connectionCode, readConnectionCode } from './connection.ts'

const CONNECTION = { address: 'https://proxy.example.com', key: 'f1688_0123456789abcdef_x-Y_z' }

test('a connection code gives back address and key, even if an e-mail broke it into lines', () => {
  const code = connectionCode({ ...CONNECTION, address: `${CONNECTION.address}/` })
  expect(code).toBe('find1688:https://proxy.example.com#f1688_0123456789abcdef_x-Y_z')
  expect(readConnectionCode(code)).toEqual(CONNECTION)
  expect(readConnectionCode(`  ${code.slice(0, 20)}\n ${code.slice(20)}\n`)).toEqual(CONNECTION)
})

test.each([
  '',
  'https://proxy.example.com#key',
  'find1688:',
  'find1688:https://proxy.example.com',
  'find1688:https://proxy.example.com#',
  'find1688:javascript:alert(1)#key',
  'find1688:https://user:word@proxy.example.com#key',
])('%j is not a connection code', (text) => {
  expect(readConnectionCode(text)).toBeUndefined()
})
