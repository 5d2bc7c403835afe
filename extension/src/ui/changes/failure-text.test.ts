import { beforeAll, expect, test } from 'vitest'
import { en } from '../../i18n/en.ts'
import { setTexts } from '../../i18n/index.ts'
import { failureHint, failureText } from './failure-text.ts'

beforeAll(() => setTexts(en))

test('an offer that 1688 does not know is gone, and no other version of the worker would help', () => {
  const detail = '1688 does not know this offer, or no longer (offer.notFound). Choose another.'
  expect(failureText({ code: 'invalid_request', detail })).toBe(en.unknownOffer)
  expect(failureHint({ code: 'invalid_request', detail })).toBe('')
})

test('another bad request is one of versions', () => {
  const failure = { code: 'invalid_request', detail: 'language: is not known here.' } as const
  expect(failureText(failure)).toBe(en.failures.invalid_request.title)
  expect(failureHint(failure)).toBe(en.failures.invalid_request.hint)
})
