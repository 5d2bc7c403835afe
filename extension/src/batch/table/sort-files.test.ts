import { expect, test } from 'vitest'
import { MAX_BATCH_ROWS } from '../../model/batch.ts'
import type { NamedFile } from '../pictures/read-files.ts'
import { folderOf, inputsOfPictures, sortFiles } from './sort-files.ts'

const named = (path: string, type = ''): NamedFile => ({ path, file: new Blob(['x'], { type }) })
const paths = (files: readonly NamedFile[]) => files.map(({ path }) => path)

test('pictures are in the order of their numbers; what systems put into folders is left out', () => {
  const { pictures, tables, others } = sortFiles([
    named('bags/10.jpg'),
    named('bags/2.JPG'),
    named('bags/.DS_Store'),
    named('bags/._2.jpg'),
    named('bags/~$list.xlsx'),
    named('bags/list.xlsx'),
    named('bags/notes.pdf'),
    named('bags/scan', 'image/png'),
    named('old', 'text/csv'),
  ])
  expect(paths(pictures)).toEqual(['bags/2.JPG', 'bags/10.jpg', 'bags/scan'])
  expect(paths(tables)).toEqual(['bags/list.xlsx', 'old'])
  expect(paths(others)).toEqual(['bags/notes.pdf'])
})

test('two files of the same name are two products, each with its own file', () => {
  const [one, two, three] = [named('a.jpg'), named('A.jpg'), named('a (2).jpg')] as const
  const { inputs, files } = inputsOfPictures([one, two, three])
  expect(files).toEqual([
    { path: 'a.jpg', file: one.file },
    { path: 'A (2).jpg', file: two.file },
    { path: 'a (2) (2).jpg', file: three.file },
  ])
  expect(inputs.map(({ title, picture }) => [title, picture])).toEqual(
    files.map(({ path }) => [path.replace('.jpg', ''), { kind: 'file', name: path }]),
  )
})

test('no more products than a list can have', () => {
  const many = Array.from({ length: MAX_BATCH_ROWS + 1 }, (_, at) => named(`${at}.jpg`))
  expect(inputsOfPictures(many).inputs).toHaveLength(MAX_BATCH_ROWS)
})

test('the folder that all are in', () => {
  expect(folderOf([named('bags/1.jpg'), named('bags/new/2.jpg')])).toBe('bags')
  expect(folderOf([named('bags/1.jpg'), named('hats/2.jpg')])).toBe('')
  expect(folderOf([named('1.jpg')])).toBe('')
})
