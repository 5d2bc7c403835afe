import { expect, test } from 'vitest'
import { inspectPicture } from './inspect.ts'
import { unsupportedFormat } from './unsupported-format.ts'

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

test.each([
  ['svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['svg', '<?xml version="1.0"?>\n<!-- <html> -->\n<!DOCTYPE svg PUBLIC "x" "y">\n<svg/>'],
  ['svg', 'ï»¿  <svg:svg xmlns:svg="http://www.w3.org/2000/svg"/>'],
  ['svg', 'ÿþ<\0s\0v\0g\0 \0/\0>\0'],
  ['html', '<!doctype html><title>Not found</title>'],
  ['html', '\n<HTML><body><svg/></body></HTML>'],
  ['tiff', 'II*\0\x08\0\0\0'],
  ['heic', '\0\0\0\x18ftypheic'],
  ['heic', '\0\0\0\x18ftypmif1\0\0\0\0mif1heic'],
  ['broken', '\0\0\0\x18ftypmif1\0\0\0\0mif1avif'],
  ['jpeg-ls', '\xff\xd8\xff\xf7\0\x0b'],
  ['jpeg-2000', '\0\0\0\x0cjP  \r\n'],
  ['pdf', '%PDF-1.7'],
  ['broken', '\xff\xd8\xff\xe0'],
  ['empty', ''],
  [undefined, 'just words'],
  [undefined, '<'],
])('%s is recognised from %j', (kind, text) => {
  expect(unsupportedFormat(bytes(text))).toBe(kind)
})

test('a bitmap with its top row first has a negative height', () => {
  const bmp = new Uint8Array(30)
  bmp.set([0x42, 0x4d])
  bmp.set([40, 0, 0, 0, 64, 0, 0, 0, 0xd0, 0xff, 0xff, 0xff], 14)
  expect(inspectPicture(bmp)).toEqual({ kind: 'bmp', width: 64, height: 48 })
})

test('an icon is as large as its largest entry, and 0 means 256', () => {
  const ico = new Uint8Array(38)
  ico.set([0, 0, 1, 0, 2, 0, 16, 16])
  expect(inspectPicture(ico)).toEqual({ kind: 'ico', width: 256, height: 256 })
})
