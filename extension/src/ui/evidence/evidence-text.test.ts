import { beforeAll, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { CheckedAnswer, CheckResult } from '../../evidence/types.ts'
import { en } from '../../i18n/en.ts'
import { setTexts } from '../../i18n/index.ts'
import type { Failure } from '../../model/failure.ts'
import { stateText } from './evidence-text.ts'

beforeAll(() => {
  setTexts(en)
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-US')
})

function checked(state: CheckResult['state'], ...answers: CheckedAnswer['state'][]): CheckResult {
  return { state, answers: answers.map((each) => ({ state: each }) as CheckedAnswer), changed: [] }
}

test.each<[string, CheckResult, Failure | undefined, string]>([
  ['all of one', checked('holds', 'holds'), undefined, 'Signed by your proxy: the answer is unchanged.'],
  ['all of two', checked('holds', 'holds', 'holds'), undefined, 'all 2 answers are unchanged'],
  ['some', checked('unsigned', 'holds', 'unsigned'), undefined, '1 of 2 answers is signed'],
  ['none', checked('unsigned', 'unsigned'), undefined, 'proves nothing about where the offers came from'],
  ['one that does not fit', checked('changed', 'changed'), undefined, 'doesn’t match'],
  ['no network', checked('unchecked', 'unchecked'), { code: 'offline' }, en.failures.offline.title],
  ['an unknown key', checked('unchecked', 'unchecked'), undefined, 'no longer publishes its key'],
])('before saving, the view says what the file will say: %s', (_what, state, failure, text) => {
  expect(stateText(state, failure)).toContain(text)
})
