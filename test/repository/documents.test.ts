import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../tools/paths.ts'
import { filesBelow, project, textOf } from './files.ts'
import { brokenLink, linksIn } from './links.ts'

const documents = filesBelow('.').filter((file) => file.endsWith('.md'))
/** Older entries of it tell of what was there then. */
const current = documents.filter((file) => file !== 'CHANGELOG.md')
/** Settings and results, which a clone does not have. */
const LOCAL = /(^|\/)(dist$|\.(cache|deployed|serve|output|dev\.vars|env)\b)/

test('there are documents', () => {
  expect(documents).toEqual(
    expect.arrayContaining(['README.md', 'docs/serve.md', '.github/PULL_REQUEST_TEMPLATE.md']),
  )
})

describe.each(documents)('%s', (file) => {
  test('has no link to a file or heading that does not exist', () => {
    expect(linksIn(textOf(file)).flatMap((target) => brokenLink(file, target) ?? [])).toEqual([])
  })
})

describe.each(current)('%s', (file) => {
  test('names only npm scripts, files and folders that exist', () => {
    expect(missingScripts(textOf(file))).toEqual([])
    expect(missingPaths(textOf(file))).toEqual([])
  })
})

test.each([
  ['[a](nowhere.md)', 'there is no docs/nowhere.md'],
  ['[a](../README.md#no-such-heading)', 'has no heading'],
  ['[a](#no-such-heading)', 'has no heading'],
  ['![a](pictures/nothing.png)', 'there is no'],
  ['<img src="pictures/nothing.png">', 'there is no'],
  ['[a]: ../nothing.md', 'there is no'],
  ['[a](../../elsewhere.md)', 'leads out of the repository'],
])('the check detects %s', (text, problem) => {
  const [target] = linksIn(text)
  expect(brokenLink('docs/serve.md', `${target}`)).toContain(problem)
})

test('headings, code and addresses elsewhere are no broken links', () => {
  const text =
    '# A `code`, and *more*\n[a](#a-code-and-more) `[b](nowhere)` [c](https://example.com/#x)\n```\n[d](no)\n```\n'
  const broken = linksIn(text).flatMap((target) => brokenLink('docs/serve.md', target, () => text) ?? [])
  expect(broken).toEqual([])
})

test('the check detects scripts and files that do not exist', () => {
  expect(missingScripts('Run `npm run no-such-script`, or\n```sh\nnpm run -s neither -- x\n```')).toEqual([
    'no-such-script',
    'neither',
  ])
  expect(missingPaths('in `extension/src/nothing.ts` and `test/scripts`')).toEqual([
    'extension/src/nothing.ts',
  ])
})

/** Names after `npm run`, in prose and in examples. */
function missingScripts(text: string): string[] {
  const names = [...text.matchAll(/\bnpm run (?:(?:-s|--silent|--prefix \S+) )*([a-z][\w:-]*)/g)].map(
    ([, name]) => `${name}`,
  )
  return names.filter((name) => !(name in project.scripts))
}

/** Paths from the root on that are set as code. */
function missingPaths(text: string): string[] {
  const paths = [...text.matchAll(/`((?:\.github|docs|extension|shared|test|worker)\/[\w./-]+)`/g)].map(
    ([, path]) => `${path}`,
  )
  return paths.filter((path) => !LOCAL.test(path) && !existsSync(join(ROOT, path)))
}
