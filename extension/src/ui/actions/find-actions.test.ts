import { expect, test } from 'vitest'
import { findActions } from './find-actions.ts'

const ACTIONS = [
  { label: 'Copy as text', words: 'clipboard' },
  { label: 'Save as Excel', words: 'spreadsheet xlsx' },
  { label: 'Who uses my photo', words: 'stolen brand' },
]
const CHINESE = [
  { label: '复制为文本', words: 'copy as text' },
  { label: '导出 Excel', words: 'save as excel' },
]
const found = (query: string, actions = ACTIONS) => findActions(query, actions).map(({ label }) => label)

test('without words all are found, in their order', () => {
  expect(found('  ')).toEqual(ACTIONS.map(({ label }) => label))
})

test('a label with a word that begins so comes before one that only has the letters', () => {
  expect(found('ex')).toEqual(['Save as Excel', 'Copy as text'])
})

test('all words must be there, in any order, in the label or in other words for it', () => {
  expect(found('excel save')).toEqual(['Save as Excel'])
  expect(found('photo stolen')).toEqual(['Who uses my photo'])
  expect(found('photo excel')).toEqual([])
})

test.each(['ÉXCEL', 'ｅｘｃｅｌ', 'excel'])('case, accents and full width do not matter: %s', (query) => {
  expect(found(query)).toEqual(['Save as Excel'])
})

test('in Chinese, Chinese words are found anywhere, and English ones too', () => {
  expect(found('文本', CHINESE)).toEqual(['复制为文本'])
  expect(found('text', CHINESE)).toEqual(['复制为文本'])
  expect(found('导出', CHINESE)).toEqual(['导出 Excel'])
})
