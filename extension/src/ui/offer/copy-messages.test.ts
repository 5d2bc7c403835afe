import { beforeEach, expect, test } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { copiedMessagesItem } from '../../model/stored-items.ts'
import { rememberCopied } from './copy-messages.ts'

beforeEach(() => fakeBrowser.reset())

test('what was copied last for an offer is what is remembered', async () => {
  await rememberCopied(['1', '2'], '两款', 10)
  await rememberCopied(['2'], '一款', 20)
  expect(await copiedMessagesItem.getValue()).toEqual({
    1: { message: '两款', at: 10 },
    2: { message: '一款', at: 20 },
  })
})

test('only the latest two hundred are remembered, whatever their offers’ numbers', async () => {
  await rememberCopied(['1'], 'first', 0)
  for (let at = 1; at <= 200; at++) await rememberCopied([String(9000 - at)], 'later', at)
  const copied = await copiedMessagesItem.getValue()
  expect(Object.keys(copied)).toHaveLength(200)
  expect(copied).not.toHaveProperty('1')
  expect(copied).toHaveProperty('8800')
})
