import { beforeAll, expect, test } from 'vitest'
import { en } from '../../i18n/en.ts'
import { setTexts } from '../../i18n/index.ts'
import { missingText } from './details-state.tsx'

beforeAll(() => setTexts(en))

test('a saved offer is not said to need a search: the button beside it loads its details without one', () => {
  expect(missingText(false, true)).toBe(en.detailsNotLoaded)
  expect(missingText(true, true)).toBe(en.detailsNotLoaded)
})

test('any other needs a search, of an API that has details', () => {
  expect(missingText(false, false)).toBe(en.detailsNeedSearch)
  expect(missingText(true, false)).toBe(en.detailsNotSupported)
})
