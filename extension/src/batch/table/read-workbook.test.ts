import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { MAX_BATCH_ROWS } from '../../model/batch.ts'
import { picturesIn } from '../pictures/sheet-pictures.ts'
import { guessColumns, inputsOf } from './columns.ts'
import { readTable } from './read-table.ts'
import { MAX_UNPACKED_BYTES } from './read-workbook.ts'
import { cellOfPath, TableError } from './table.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** Cells by `s`: 1 is a date, 2 money, 3 five digits with zeros, 4 scientific, 5 a percentage, 6 euros, 7 a whole number. */
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="4"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="&quot;$&quot;#,##0.00"/><numFmt numFmtId="166" formatCode="00000"/><numFmt numFmtId="167" formatCode="#,##0.00\\ [$€-407]"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="8">${[0, 164, 165, 166, 11, 9, 167, 1].map((id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/>`).join('')}</cellXfs></styleSheet>`

interface SheetParts {
  name: string
  rows: string[]
  state?: string
  links?: string
}

/** A workbook as Excel writes it, from the XML of its cells. */
function workbook(
  sheets: SheetParts[],
  others: Record<string, string> = {},
  relationships: string[] = [],
): Blob {
  const ids = sheets.map((_, at) => at + 1)
  const xml = (text: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${text}`)
  const files = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.map(({ name, state }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at + 1}"${state ? ` state="${state}"` : ''}/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}">${ids.map((id) => `<Relationship Id="r${id}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${id}.xml"/>`).join('')}<Relationship Id="s" Type="${OFFICE}/styles" Target="styles.xml"/>${relationships.join('')}</Relationships>`,
    'xl/styles.xml': STYLES,
    ...Object.fromEntries(
      sheets.map(({ rows, links = '' }, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetData>${rows.join('')}</sheetData>${links}</worksheet>`,
      ]),
    ),
    ...others,
  }
  return new Blob([
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, xml(text)]))),
  ])
}

const text = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`
const row = (number: number, ...cells: string[]) => `<row r="${number}">${cells.join('')}</row>`
const faultOf = (file: Blob) =>
  readTable(file).then(
    () => undefined,
    (error) => (error instanceof TableError ? error.code : error),
  )

test('cells are as the spreadsheet shows them, and ids keep all their digits', async () => {
  const table = await readTable(
    workbook([
      {
        name: 'Autumn',
        rows: [
          row(
            1,
            ...['Date', 'Price', 'SKU', 'Barcode', 'Share', 'Sum', 'Flag'].map((each, at) =>
              text(`${'ABCDEFG'[at]}1`, each),
            ),
          ),
          row(
            3,
            '<c r="A3" s="1"><v>46327</v></c>',
            '<c r="B3" s="2"><v>1234.5</v></c>',
            '<c r="C3" s="3"><v>42</v></c>',
            '<c r="D3" s="4"><v>6901234567890</v></c>',
            '<c r="E3" s="5"><v>0.25</v></c>',
            '<c r="F3"><f>0.1+0.2</f><v>0.30000000000000004</v></c>',
            '<c r="G3" t="b"><v>1</v></c>',
          ),
          row(
            4,

            '<c r="B4" s="6"><v>1299</v></c>',
            text('C4', '00042'),
            '<c r="D4"><v>690123456789012</v></c>',
            '<c r="F4" t="e"><f>A1/0</f><v>#DIV/0!</v></c>',
          ),
          row(
            5,
            '<c r="D5"><v>1.2345678901234501E+19</v></c>',
            '<c r="E5"><v>-9.9E+22</v></c>',
            '<c r="F5"><v>9007199254740991</v></c>',
            '<c r="G5" s="7"><v>1.2345678901234501E+19</v></c>',
          ),
        ],
      },
    ]),
  )
  expect(table).toMatchObject({ sheet: 'Autumn', sheets: ['Autumn'], headerLine: 1, problems: [] })
  expect(table.rows).toEqual([
    { line: 3, cells: ['2026-11-01', '$1,234.50', '00042', '6901234567890', '25%', '0.3', 'TRUE'] },
    { line: 4, cells: ['', '1,299.00 €', '00042', '690123456789012', '', '#DIV/0!', ''] },
    {
      line: 5,
      cells: [
        '',
        '',
        '',
        '12345678901234500000',
        '-99000000000000000000000',
        '9007199254740991',
        '12345678901234500000',
      ],
    },
  ])
})

test('the first sheet with pictures is read, or the first that shows something, or the one that is chosen; hidden ones are not offered', async () => {
  const sheet = (name: string, rows: string[], state?: string) => ({ name, rows, ...(state && { state }) })
  const products = (title: string) => [
    row(1, text('A1', 'Title'), text('B1', 'Image')),
    row(2, text('A2', title), text('B2', 'a.jpg')),
  ]
  const linked = [
    row(1, text('A1', 'Title'), text('B1', 'Main image')),
    row(2, text('A2', 'cup'), text('B2', 'https://cdn.test/i/1')),
  ]
  const readme = [
    'How to use this list',
    'Write one product a line',
    'Questions: https://help.test/list',
  ].map((line, at) => row(at + 1, text(`A${at + 1}`, line)))
  const file = workbook([
    sheet('Lists', products('hidden'), 'hidden'),
    sheet('Cover', []),
    sheet('Bags', products('bag')),
    sheet('Hats', products('hat')),
  ])
  expect(await readTable(file)).toMatchObject({ sheet: 'Bags', sheets: ['Cover', 'Bags', 'Hats'] })
  expect((await readTable(file, { sheet: 'Hats' })).rows[0]?.cells[0]).toBe('hat')
  for (const rows of [products('cup'), linked])
    expect(await readTable(workbook([sheet('README', readme), sheet('Cups', rows)]))).toMatchObject({
      sheet: 'Cups',
      rows: [{ line: 2 }],
    })
  expect(await readTable(workbook([sheet('README', readme), sheet('Notes', readme)]))).toMatchObject({
    sheet: 'README',
  })
})

test('a cell leads to its picture by a link or by a formula', async () => {
  const rels = `<Relationships xmlns="${PACKAGE}"><Relationship Id="l1" Type="${OFFICE}/hyperlink" Target="https://img.test/1.jpg" TargetMode="External"/></Relationships>`
  const file = workbook(
    [
      {
        name: 'S',
        rows: [
          row(1, text('A1', 'Title'), text('B1', 'Image')),
          row(2, text('A2', 'Bag'), text('B2', 'picture')),
          row(
            3,
            text('A3', 'Hat'),
            '<c r="B3" t="e"><f>_xlfn.IMAGE("https://img.test/2.jpg")</f><v>#NAME?</v></c>',
          ),
          row(
            4,
            text('A4', 'Cap'),
            '<c r="B4" t="str"><f>HYPERLINK("https://img.test/"&amp;A4&amp;".jpg","view")</f><v>view</v></c>',
          ),
          row(
            5,
            text('A5', 'Cup'),
            '<c r="B5" t="str"><f>HYPERLINK("https://img.test/"&amp;A5&amp;".jpg")</f><v>https://img.test/Cup.jpg</v></c>',
          ),
        ],
        links: '<hyperlinks><hyperlink ref="B2" r:id="l1"/></hyperlinks>',
      },
    ],
    { 'xl/worksheets/_rels/sheet1.xml.rels': rels },
  )
  const { rows } = await readTable(file)
  expect(rows.map(({ cells }) => cells[1])).toEqual([
    'https://img.test/1.jpg',
    'https://img.test/2.jpg',
    'view',
    'https://img.test/Cup.jpg',
  ])
})

test('pictures in the sheet belong to the rows that they lie in, however they got there', async () => {
  const anchor = (row: number, id: string) =>
    `<xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>2</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row + 1}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="p"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="${id}"/></xdr:blipFill><xdr:spPr/></xdr:pic><xdr:clientData/></xdr:twoCellAnchor>`
  const namespaces = `xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${OFFICE}"`
  const relations = (list: string[]) => `<Relationships xmlns="${PACKAGE}">${list.join('')}</Relationships>`
  const image = (id: string, file: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/image" Target="../media/${file}"/>`
  const file = workbook(
    [
      {
        name: 'S',
        rows: [
          row(1, text('A1', '货号'), text('B1', '图片')),
          row(2, text('A2', '001')),
          row(
            3,
            text('A3', '002'),
            '<c r="B3" t="str"><f>_xlfn.DISPIMG("ID_7",1)</f><v>=DISPIMG("ID_7",1)</v></c>',
          ),
          row(4, text('A4', '003')),
          row(8, text('A8', '004')),
          row(9, text('A9', '005')),
          row(11, text('A11', '006')),
        ],
        links: '<mergeCells count="1"><mergeCell ref="B8:B10"/></mergeCells><drawing r:id="d1"/>',
      },
    ],
    {
      'xl/worksheets/_rels/sheet1.xml.rels': relations([
        `<Relationship Id="d1" Type="${OFFICE}/drawing" Target="../drawings/drawing1.xml"/>`,
      ]),
      // The last one lies in a row that has nothing else.
      'xl/drawings/drawing1.xml': `<xdr:wsDr ${namespaces}>${anchor(1, 'i1')}${anchor(6, 'i2')}${anchor(8, 'i1')}</xdr:wsDr>`,
      'xl/drawings/_rels/drawing1.xml.rels': relations([image('i1', 'one.png'), image('i2', 'two.jpeg')]),
      'xl/cellimages.xml': `<etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData" ${namespaces}><etc:cellImage><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="7" name="ID_7"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="c1"/></xdr:blipFill></xdr:pic></etc:cellImage></etc:cellImages>`,
      'xl/_rels/cellimages.xml.rels': relations([image('c1', 'wps.png').replace('../', '')]),
      'xl/media/one.png': 'one',
      'xl/media/two.jpeg': 'two',
      'xl/media/wps.png': 'wps',
    },
    [`<Relationship Id="c" Type="http://www.wps.cn/officeDocument/2020/cellImage" Target="cellimages.xml"/>`],
  )
  const table = await readTable(file)
  const { pictures = [] } = table
  const contents = await Promise.all(
    pictures.map(async (each) => [cellOfPath(each.path), await each.file.text()]),
  )
  expect(contents).toEqual([
    ['B2', expect.stringMatching('one')],
    ['B3', expect.stringMatching('wps')],
    ['B7', expect.stringMatching('two')],
    // Merged over B8 to B10, of which the last is in a row without a product.
    ['B8', expect.stringMatching('one')],
    ['B9', expect.stringMatching('one')],
  ])
  const names = pictures.map(({ path }) => path)
  const [one, wps, two, first, second] = names
  // A list that lacks them is given the workbook again.
  expect((await picturesIn([{ path: 'list.xlsx', file }])).map(({ path }) => path)).toEqual(names)
  const inputs = inputsOf(table, guessColumns(table))
  expect(inputs.map(({ line, productNumber, picture }) => [line, productNumber, picture])).toEqual([
    [2, '001', { kind: 'file', name: one }],
    [3, '002', { kind: 'file', name: wps }],
    [4, '003', { kind: 'none' }],
    [7, null, { kind: 'file', name: two }],
    [8, '004', { kind: 'file', name: first }],
    [9, '005', { kind: 'file', name: second }],
    [11, '006', { kind: 'none' }],
  ])
})

test('a picture in cells that are merged is of all their rows, and a quantity is not', async () => {
  const rows = [
    row(1, ...['SKU', 'Image', 'Quantity'].map((each, at) => text(`${'ABC'[at]}1`, each))),
    row(2, text('A2', 'red'), text('B2', 'https://img.test/1.jpg'), text('C2', '60')),
    row(3, text('A3', 'blue'), '<c r="B3"/>', '<c r="C3"/>'),
    row(4, text('A4', 'green'), '<c r="B4"/>', text('C4', '5')),
    row(5, text('A5', 'other'), '<c r="B5"/>', text('C5', '5')),
  ]
  const links = '<mergeCells count="2"><mergeCell ref="B2:B4"/><mergeCell ref="C2:C3"/></mergeCells>'
  const table = await readTable(workbook([{ name: 'S', rows, links }]))
  expect(table.rows.map(({ cells }) => cells)).toEqual([
    ['red', 'https://img.test/1.jpg', '60'],
    ['blue', 'https://img.test/1.jpg', ''],
    ['green', 'https://img.test/1.jpg', '5'],
    ['other', '', '5'],
  ])
})

test('macros are not looked at', async () => {
  const rows = [
    row(1, text('A1', 'Title'), text('B1', 'Image')),
    row(2, text('A2', 'Bag'), text('B2', 'a.jpg')),
  ]
  const file = workbook([{ name: 'S', rows }], { 'xl/vbaProject.bin': 'Sub Auto_Open()' })
  expect((await readTable(file)).rows).toHaveLength(1)
})

test('of too many rows the first are read', async () => {
  const rows = Array.from({ length: MAX_BATCH_ROWS + 100 }, (_, at) =>
    row(at + 2, text(`A${at + 2}`, `Bag ${at}`), text(`B${at + 2}`, `${at}.jpg`)),
  )
  const table = await readTable(
    workbook([{ name: 'S', rows: [row(1, text('A1', 'Title'), text('B1', 'Image')), ...rows] }]),
  )
  expect(table.rows).toHaveLength(MAX_BATCH_ROWS)
  expect(table.problems).toEqual([{ code: 'too_many_rows', line: MAX_BATCH_ROWS + 2 }])
})

test('a file that is damaged, encrypted or would unpack to gigabytes says so', async () => {
  const whole = workbook([{ name: 'S', rows: [row(1, text('A1', 'Title'))] }])
  expect(await faultOf(whole.slice(0, whole.size - 60))).toBe('damaged')
  expect(await faultOf(workbook([{ name: 'S', rows: [] }]))).toBe('empty')
  expect(await faultOf(new Blob([zipSync({ 'a.txt': strToU8('no workbook') })]))).toBe('not_a_table')
  const bomb = zipSync({ 'xl/worksheets/sheet1.xml': strToU8('<worksheet/>') })
  const directory = bomb.findIndex(
    (_, at) => bomb[at] === 0x50 && bomb[at + 1] === 0x4b && bomb[at + 2] === 1,
  )
  new DataView(bomb.buffer).setUint32(directory + 24, MAX_UNPACKED_BYTES + 1, true)
  expect(await faultOf(new Blob([bomb]))).toBe('expands_too_far')
})

test('a stray cell far to the right costs nothing but itself', async () => {
  const cell = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`
  const rows = Array.from({ length: 3000 }, (_, at) => {
    const stray = at === 5 ? cell('XFD6', 'x') : ''
    return `<row r="${at + 1}">${cell(`A${at + 1}`, at === 0 ? 'Image' : `${at}.jpg`)}${stray}</row>`
  })
  const table = await readTable(workbook([{ name: 'Products', rows }]))
  expect(table.columns).toEqual(['Image'])
  expect(table.rows).toHaveLength(2999)
  expect(table.rows[4]).toEqual({ line: 6, cells: ['5.jpg'] })
})
