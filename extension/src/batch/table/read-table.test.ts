import { describe, expect, test } from 'vitest'
import { MAX_BATCH_ROWS } from '../../model/batch.ts'
import { encodeText } from '../testing/encode-text.ts'
import { MAX_TABLE_BYTES, readTable, tableOfLines } from './read-table.ts'
import { TableError } from './table.ts'

const read = (text: string, options = {}) => readTable(new Blob([text]), options)
const cellsOf = ({ rows }: Awaited<ReturnType<typeof readTable>>) => rows.map(({ cells }) => cells)

describe('encodings', () => {
  const chinese =
    '商品名称,货号,售价,图片链接\n真皮手提包 大容量,A001,39.90,https://a.test/1.jpg\n夏季连衣裙,0023,12.50,https://a.test/2.jpg\n'
  const traditional =
    '商品名稱,貨號,價格,圖片網址\n真皮手提包 大容量,A001,399,https://a.test/1.jpg\n夏季連衣裙,0023,125,https://a.test/2.jpg\n'
  const japanese =
    '商品名,品番,価格,画像\n本革ハンドバッグ,A001,3990,https://a.test/1.jpg\n夏のワンピース,0023,1250,https://a.test/2.jpg\n'
  const german =
    'Titel;Artikelnummer;Preis;Bild\nGroße Ledertasche für Frauen;A001;39,90;https://a.test/1.jpg\nKüchenstühle, weiß;0023;12,50;https://a.test/2.jpg\n'
  const russian =
    'Название;Артикул;Цена;Картинка\nКожаная сумка большая;A001;3990;https://a.test/1.jpg\nЛетнее платье;0023;1250;https://a.test/2.jpg\n'
  const polish =
    'Nazwa;Kod;Cena;Obraz\nSkórzana torebka na ramię;A001;39,90;https://a.test/1.jpg\nŻółta sukienka letnia dla kobiet;0023;12,50;https://a.test/2.jpg\n'
  const korean =
    '상품명,번호,가격,이미지\n가죽 핸드백,A001,39900,https://a.test/1.jpg\n여름 원피스,0023,12500,https://a.test/2.jpg\n'

  test.each([
    ['gbk', chinese],
    ['gb18030', chinese],
    ['big5', traditional],
    ['shift_jis', japanese],
    ['euc-kr', korean],
    ['windows-1252', german],
    ['windows-1251', russian],
    ['windows-1250', polish],
  ])('%s is recognized without a mark', async (encoding, text) => {
    const table = await readTable(new Blob([encodeText(text, encoding)]))
    const expected = await read(text)
    expect(table.columns).toEqual(expected.columns)
    expect(table.rows).toEqual(expected.rows)
    expect(table.problems).toEqual([])
  })
  test.each([
    ['utf-16le', true],
    ['utf-16le', false],
    ['utf-16be', true],
    ['utf-16be', false],
  ])('%s, with a mark: %s', async (encoding, isMarked) => {
    const bytes = new DataView(new ArrayBuffer((chinese.length + 1) * 2))
    const text = `\uFEFF${chinese}`
    for (let at = 0; at < text.length; at++)
      bytes.setUint16(at * 2, text.charCodeAt(at), encoding === 'utf-16le')
    const table = await readTable(new Blob([isMarked ? bytes : bytes.buffer.slice(2)]))
    expect(table).toEqual({ ...(await read(chinese)), encoding })
  })
  test('a byte order mark is no part of the first header', async () => {
    expect((await read(`\uFEFF${chinese}`)).columns[0]).toBe('商品名称')
  })
  test('a chosen encoding is used, and what does not exist in it is named by line', async () => {
    const file = new Blob([encodeText(chinese, 'gbk')])
    const table = await readTable(file, { encoding: 'utf-8' })
    expect(table.encoding).toBe('utf-8')
    expect(table.problems).toContainEqual({ code: 'undecodable', line: 1 })
  })
  test('of a file in UTF-8 with stray bytes each such line is named', async () => {
    const stray = new Uint8Array([0x41, 0xe9, 0x2c, 0x31, 0x0a])
    const table = await readTable(new Blob([chinese, stray, chinese, stray]))
    expect(table.columns).toEqual((await read(chinese)).columns)
    expect(table.problems).toEqual([
      { code: 'undecodable', line: 4 },
      { code: 'undecodable', line: 8 },
    ])
  })
})

describe('separators and quotes', () => {
  test.each([',', ';', '\t', '|'])('%j is recognized', async (delimiter) => {
    const rows = [
      ['Title', 'Price', 'Image'],
      ['Bag', '"1,5; a|b"', 'a.jpg'],
      ['Hat', '2', 'b.jpg'],
    ]
    const table = await read(rows.map((row) => row.join(delimiter)).join('\r\n'))
    expect(table.delimiter).toBe(delimiter)
    expect(cellsOf(table)).toEqual([
      ['Bag', '1,5; a|b', 'a.jpg'],
      ['Hat', '2', 'b.jpg'],
    ])
  })
  test.each([
    ['under a header', 'Image\n', 'w_400,h_300/a'],
    ['without one', '', 'w_400,h_300/a.jpg'],
    ['with a semicolon', '', 'i;w=400.jpg'],
  ])('one in addresses separates nothing: %s', async (_, header, path) => {
    const addresses = ['x', 'y', 'z'].map((folder) => `https://res.test/${folder}/${path}`)
    const table = await tableOfLines(header + addresses.join('\n'))
    expect(cellsOf(table)).toEqual(addresses.map((address) => [address]))
    const titled = await tableOfLines(addresses.map((address) => `${address}\tCup`).join('\n'))
    expect(cellsOf(titled)).toEqual(addresses.map((address) => [address, 'Cup']))
  })
  test.each(['https://a.test/1.jpg,Cup', 'https://a.test/p/1,Cup', 'https://a.test/1.jpg?v=2,Cup,3.50'])(
    'what follows an address is a cell of its own: %s',
    async (line) => {
      expect(cellsOf(await tableOfLines(`${line}\n${line}`))).toEqual([line.split(','), line.split(',')])
    },
  )
  test("Excel's own line says the separator, and lines keep their numbers", async () => {
    const table = await read('sep=;\nTitle;Image\nBag, large;a.jpg\n')
    expect(table).toMatchObject({
      delimiter: ';',
      headerLine: 2,
      rows: [{ line: 3, cells: ['Bag, large', 'a.jpg'] }],
    })
  })
  test('quotes, line breaks in cells, and every kind of line end', async () => {
    const table = await read('Title,Image\r"Bag ""XL"",\nblack",a.jpg\r\n\n5" hose,b.jpg\n')
    expect(table.rows).toEqual([
      { line: 2, cells: ['Bag "XL",\nblack', 'a.jpg'] },
      { line: 5, cells: ['5" hose', 'b.jpg'] },
    ])
  })
  test('a quote that is never closed costs its own line alone, which is kept and named', async () => {
    const lines = Array.from({ length: 200 }, (_, at) => `Bag ${at},${at}.jpg`)
    lines[2] = '"Bag 2,2.jpg'
    const table = await read(['Title,Image', ...lines].join('\n'))
    expect(table.rows).toHaveLength(200)
    expect(table.rows[2]).toEqual({ line: 4, cells: ['"Bag 2', '2.jpg'] })
    expect(table.problems).toEqual([{ code: 'quote_unclosed', line: 4 }])
  })
  test.each([
    ['a quoted cell', ['1,"Open,a.jpg', '2,b,b.jpg', '3,"ok",c.jpg', '4,d,d.jpg']],
    ['a quote that is doubled', ['1,"open,b.jpg', '2,ok,c.jpg', '3,"q"" x,d.jpg']],
    ['a quote inside a cell', ['1,"open,b.jpg', '2,5" hose,c.jpg']],
  ])('%s further down does not close it', async (_, lines) => {
    const table = await read(['sku,title,image', ...lines].join('\n'))
    expect(table.rows.map(({ cells: [sku] }) => sku)).toEqual(lines.map((line) => line[0]))
    expect(table.rows.map(({ cells }) => cells[2])).toEqual(lines.map((line) => line.slice(-5)))
    expect(table.problems).toContainEqual({ code: 'quote_unclosed', line: 2 })
  })
  test('lines in a quoted cell that look like rows are told', async () => {
    const table = await read(
      'sku,title,image\n1,"Open,a.jpg\n2,b,b.jpg\n3,5",c.jpg\n4,d,d.jpg\n5,"e,\nf",e.jpg\n',
    )
    expect(table.rows.map(({ line }) => line)).toEqual([2, 5, 6])
    expect(table.problems).toEqual([{ code: 'rows_in_cell', line: 2 }])
  })
  test('a quoted cell may have hundreds of lines', async () => {
    const body = ['<ul>', ...Array.from({ length: 600 }, (_, at) => `<li>good, ${at}</li>`), '</ul>'].join(
      '\n',
    )
    const table = await read(`Title,Body,Image\nBag,"${body}",a.jpg\nHat,"${body}" ,b.jpg\n`)
    expect(table.rows.map(({ cells }) => [cells[0], cells[2]])).toEqual([
      ['Bag', 'a.jpg'],
      ['Hat', 'b.jpg'],
    ])
    expect(cellsOf(table)[0]?.[1]).toBe(body)
    expect(table.problems).toEqual([])
  })
  test('a row with more cells than headers is kept whole and named', async () => {
    const table = await read('Title,Image\nBag,a.jpg\nHat, red,b.jpg\n')
    expect(cellsOf(table)).toEqual([
      ['Bag', 'a.jpg', ''],
      ['Hat', ' red', 'b.jpg'],
    ])
    expect(table.problems).toEqual([{ code: 'extra_cells', line: 3 }])
  })
})

describe('headers', () => {
  test('are told from a number with any number of spaces at once', async () => {
    expect((await read(`1${' '.repeat(50_000)}x,a\n2,b\n`)).rows).not.toHaveLength(0)
  })
  test('are found under a title and a date', async () => {
    const table = await read('Autumn list\n2026-11-01\n\n货号,商品名称,图片\n001,包,a.jpg\n')
    expect(table).toMatchObject({ headerLine: 4, columns: ['货号', '商品名称', '图片'] })
    expect(table.rows).toEqual([{ line: 5, cells: ['001', '包', 'a.jpg'] }])
  })
  test('a list without any begins with its first row, and a header can be ruled out', async () => {
    expect(await tableOfLines('https://a.test/1.jpg\nhttps://a.test/2.jpg')).toMatchObject({
      headerLine: null,
      columns: ['A'],
      rows: [{ line: 1 }, { line: 2 }],
    })
    const table = await read('Title,Image\nBag,a.jpg\n', { hasHeader: false })
    expect(table).toMatchObject({ headerLine: null, columns: ['A', 'B'] })
    expect(table.rows).toHaveLength(2)
  })
})

describe('limits', () => {
  const faultOf = (reading: Promise<unknown>) =>
    reading.then(
      () => undefined,
      (error) => (error instanceof TableError ? error.code : error),
    )

  test('a file that is too large is refused before it is read', async () => {
    const blob = new Blob(['Title,Image'])
    const arrayBuffer = () => Promise.reject(new Error('was read'))
    const large = Object.assign(blob, { arrayBuffer })
    Object.defineProperty(large, 'size', { value: MAX_TABLE_BYTES + 1 })
    expect(await faultOf(readTable(large))).toBe('too_large')
  })
  test.each([
    '<html><body><table><tr><td>SKU</td></tr></table></body></html>',
    '\uFEFF<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?><Workbook/>',
    '[{"sku":"1","image":"a.jpg"}]',
    '{\n  "sku": "1"\n}',
  ])('%j is no table', async (text) => {
    expect(await faultOf(readTable(new Blob([text])))).toBe('not_a_table')
  })
  test('of 100,000 rows the first 5,000 are read, and where it stops is said', async () => {
    const rows = Array.from({ length: 100_000 }, (_, at) => `${at},${at}.jpg`)
    const table = await read(['SKU,Image', ...rows].join('\n'))
    expect(table.rows).toHaveLength(MAX_BATCH_ROWS)
    expect(table.problems).toEqual([{ code: 'too_many_rows', line: MAX_BATCH_ROWS + 2 }])
  })
  test('one row of 100,000 cells makes no other row as long', async () => {
    const rows = Array.from({ length: 4000 }, (_, at) => `${at},${at}.jpg`)
    rows[9] = `9,9.jpg${','.repeat(100_000)}x`
    const table = await read(['SKU,Image', ...rows].join('\n'))
    expect(table.columns).toHaveLength(500)
    expect(table.rows[0]?.cells).toHaveLength(500)
    expect(table.rows[9]?.cells.slice(0, 2)).toEqual(['9', '9.jpg'])
    expect(table.problems).toContainEqual({ code: 'too_many_columns', line: 11 })
  })
  test('exactly as many as are read is no problem', async () => {
    const rows = Array.from({ length: MAX_BATCH_ROWS }, (_, at) => `${at},${at}.jpg`)
    expect((await read(['SKU,Image', ...rows].join('\n'))).problems).toEqual([])
  })
  test('what is no table says so', async () => {
    expect(await faultOf(read(''))).toBe('empty')
    expect(await faultOf(read('\n , \n'))).toBe('empty')
    const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 2, 3, 4, 9])
    expect(await faultOf(readTable(new Blob([jpeg])))).toBe('not_a_table')
  })
})
