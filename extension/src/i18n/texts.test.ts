import { expect, test } from 'vitest'
import { en } from './en.ts'
import { zh } from './zh.ts'

const subjects = import.meta.glob<Record<string, object>>(['./en/*.ts', './zh/*.ts', '!**/worker-notes.ts'], {
  eager: true,
})

test.each([
  ['en', en],
  ['zh', zh],
])('%s has every text of its subjects, and no key is in two subjects', (language, texts) => {
  const names = Object.entries(subjects)
    .filter(([path]) => path.startsWith(`./${language}/`))
    .flatMap(([, subject]) => Object.values(subject).flatMap(Object.keys))
  expect(names.length).toBeGreaterThan(300)
  expect(names.toSorted()).toEqual(Object.keys(texts).toSorted())
})
