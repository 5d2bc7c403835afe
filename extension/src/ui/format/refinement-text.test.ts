import { beforeAll, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { en } from '../../i18n/en.ts'
import { setTexts } from '../../i18n/index.ts'
import { appliedOf, isRefined, refinementText } from './refinement-text.ts'

beforeAll(() => setTexts(en))

const asked = { keyword: 'tote', filter: ['dropship' as const] }
const NO_KEYWORD = 'This 1688 API takes no keyword: it was not applied.'
const NO_FILTER = 'This 1688 API cannot filter by service: the filter was not applied.'

test('what the worker could not ask 1688 for is not said to be searched for', () => {
  expect(appliedOf(asked, [])).toEqual(asked)
  expect(appliedOf(asked, [NO_KEYWORD])).toEqual({ filter: ['dropship'] })
  expect(appliedOf(asked, ['Sorted within this page only.', NO_FILTER])).toEqual({ keyword: 'tote' })
  expect(isRefined(appliedOf(asked, [NO_KEYWORD, NO_FILTER]))).toBe(false)
})

test('older workers say it in other words', () => {
  const older = [
    '1688 takes no keyword in this search: it was not applied.',
    '1688 cannot filter by services in this search: the filter was not applied.',
  ]
  expect(isRefined(appliedOf(asked, older))).toBe(false)
})

test('in words, the keyword is quoted', () => {
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-US')
  expect(refinementText(asked)).toContain(en.quoted('tote'))
  expect(refinementText(asked)).toContain(en.services.dropship)
})
