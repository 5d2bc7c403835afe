import { describe, expect, test } from 'vitest'
import { encodeText } from '../testing/encode-text.ts'
import { recognizeEncoding } from './decode-table.ts'

const TITLES = {
  gb18030: ['真皮女包 大容量', '连衣裙 红色', '手机壳适用于苹果', '帽子'],
  big5: ['真皮女包 大容量', '連衣裙 紅色', '手機殼適用於蘋果', '帽子'],
  shift_jis: ['本革バッグ', 'ワンピース 赤', 'スマホケース', '帽子'],
  'euc-kr': ['가죽 핸드백', '원피스 빨강', '휴대폰 케이스', '모자'],
  'windows-1250': ['torebka skórzana', 'sukienka żółta', 'buty męskie', 'łóżko dla dzieci'],
  'windows-1251': ['кожаная сумка', 'платье красное', 'чехол для телефона', 'шапка'],
  'windows-1252': ['Tasche groß', 'Mädchen Kleid für Sommer', 'Küche weiß', 'Señora'],
}

describe.each(Object.entries(TITLES))('%s', (encoding, titles) => {
  test.each([4, 20, 500])('is recognized among %s rows of addresses', (count) => {
    const rows = Array.from(
      { length: count },
      (_, at) => `SKU-${at},${titles[at % titles.length]},${at}.99,https://img.test/O1CN01${at}_!!220885.jpg`,
    )
    expect(recognizeEncoding(encodeText(rows.join('\r\n'), encoding))).toBe(encoding)
  })
})

test('a few Chinese words alone are Chinese', () => {
  expect(recognizeEncoding(encodeText('包,a.jpg', 'gbk'))).toBe('gb18030')
  expect(recognizeEncoding(encodeText('包,真皮女包,連衣裙 紅色', 'big5'))).toBe('big5')
})
test('a stray byte or a pasted row of another encoding leaves the rest UTF-8', () => {
  const rows = Array.from({ length: 12 }, (_, at) => `${at},真皮女包 大容量 第${at}款,a${at}.jpg\n`).join('')
  const utf8 = new TextEncoder().encode(`货号,标题,图片\n${rows}`)
  expect(recognizeEncoding(new Uint8Array([...utf8, 0xe9, 0x0a]))).toBe('utf-8')
  expect(recognizeEncoding(new Uint8Array([...utf8, ...encodeText('99,连衣裙 红色,b.jpg', 'gbk')]))).toBe(
    'utf-8',
  )
})
test('letters far down in a file of ASCII are recognized', () => {
  const ascii = new TextEncoder().encode('0023,https://a.test/1.jpg\n'.repeat(12_000))
  const chinese = encodeText('真皮女包 大容量,https://a.test/1.jpg\n连衣裙 红色,b.jpg\n', 'gbk')
  expect(recognizeEncoding(new Uint8Array([...ascii, ...chinese]))).toBe('gb18030')
})
test('plain ASCII is UTF-8, and so is a large file', () => {
  expect(recognizeEncoding(new TextEncoder().encode('a,b\n1,2'))).toBe('utf-8')
  expect(recognizeEncoding(new TextEncoder().encode(`a${'包'.repeat(100_000)}`))).toBe('utf-8')
})
