import { expect, test } from 'vitest'
import { readOptions } from './options.ts'

test('all options together', () => {
  const args = [
    '--dry-run',
    '--yes',
    '--provider',
    'dropship',
    '--name',
    'shop-1',
    '--env',
    'staging',
    '--domain',
    'a.example.com',
  ]
  expect(readOptions(args)).toMatchObject({
    isDryRun: true,
    yes: true,
    provider: 'dropship',
    name: 'shop-1',
    env: 'staging',
    domain: 'a.example.com',
  })
})

test.each([
  [['--provider', 'taobao'], '--provider is one of crossborder'],
  [['--name', 'My_Worker'], '--name has up to 54'],
  [['--env', 'production'], '--env is staging'],
  [['--domain', 'https://a.example.com'], '--domain is a host name without https://'],
  [['--force'], "Unknown option '--force'"],
])('%j ends with a sentence', (args, sentence) => {
  expect(() => readOptions(args)).toThrow(sentence)
})
