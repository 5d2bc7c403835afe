import { expect, test } from 'vitest'
import type { NamedFile } from '../pictures/read-files.ts'
import { encodeText } from '../testing/encode-text.ts'
import { listsAmong } from './lists-among.ts'

const named = (path: string, content: string | Uint8Array<ArrayBuffer> = ''): NamedFile => ({
  path,
  file: new Blob([content]),
})
const pictures = [named('bags/IMG_1.jpg'), named('bags/红色.png')]
const paths = async (tables: NamedFile[], beside = pictures) =>
  (await listsAmong(tables, beside)).map(({ path }) => path)

test('beside pictures a text that names none of them is a note', async () => {
  const note = named('bags/readme.txt', 'Supplier: Factory A\nPrices until 1 May.\n')
  expect(await paths([note])).toEqual([])
  expect(await paths([note, named('bags/list.csv', 'Title,Price\n')])).toEqual(['bags/list.csv'])
  expect(await paths([note], [])).toEqual(['bags/readme.txt'])
})

test('a text that names one is a list, whatever its encoding', async () => {
  expect(await paths([named('a.txt', 'Bag\timg_1.JPG\n')])).toEqual(['a.txt'])
  expect(await paths([named('a.txt', '1;IMG_1;9.90\n')])).toEqual(['a.txt'])
  const gbk = new Uint8Array(encodeText('序号,图片\n一,红色.png\n二,蓝色的手提包\n', 'gbk'))
  expect(await paths([named('a.txt', gbk)])).toEqual(['a.txt'])
})
