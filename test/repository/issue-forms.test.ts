import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { filesBelow, textOf } from './files.ts'
import { faultsOf, formOf } from './issue-forms.ts'

const forms = filesBelow('.github/ISSUE_TEMPLATE').filter((file) => !file.endsWith('/config.yml'))

test('there is a form for each kind of issue', () => {
  expect(forms.map((file) => file.replace(/.*\/\d-|\.yml/g, ''))).toEqual([
    'bug',
    'wrong-picture',
    'answer-of-1688',
    'feature',
  ])
})

describe.each(forms)('%s', (file) => {
  test('is a form that GitHub shows', () => {
    expect(faultsOf(parse(textOf(file)))).toEqual([])
  })

  test('asks for version and browser', () => {
    const ids = formOf(parse(textOf(file))).body.flatMap(({ id }) => id ?? [])
    expect(ids).toContain('version')
    if (!file.includes('feature')) expect(ids).toEqual(expect.arrayContaining(['browser', 'report']))
  })
})

const form = (...body: object[]) => ({ name: 'A', description: 'B', body })
const input = (id: string, label = id) => ({ type: 'input', id, attributes: { label } })

test.each([
  ['no name', { description: 'B', body: [input('a')] }, 'name'],
  ['an unknown key', { ...form(input('a')), title2: 'x' }, 'title2'],
  ['an unknown kind of field', form({ type: 'text', attributes: { label: 'a' } }), 'type'],
  ['a field without a label', form({ type: 'input', id: 'a', attributes: {} }), 'label'],
  [
    'a choice of nothing',
    form({ type: 'dropdown', id: 'a', attributes: { label: 'a', options: [] } }),
    'options',
  ],
  ['two fields with one id', form(input('a'), input('a', 'b')), 'a twice'],
  ['two fields with one label', form(input('a', 'x'), input('b', 'x')), 'x twice'],
  ['nothing to fill in', form({ type: 'markdown', attributes: { value: 'Hello' } }), 'nothing to fill in'],
])('the check detects %s', (_, form, fault) => {
  expect(faultsOf(form).join('\n')).toContain(fault)
})
