import { expect, test } from 'vitest'
import { inputOf, OUT } from './example.ts'
import { LABELS } from './labels.ts'
import { links } from './links.ts'
import { rowsOf } from './table.ts'

/** Other readers forgive another order; Excel calls the file damaged. */
test('links stand where the format wants them', () => {
  const transform = links(rowsOf(inputOf([OUT]), LABELS.en)).files?.transform
  const sheet = '<worksheet><sheetViews/><cols></cols><sheetData><row r="1"/></sheetData>'
  const rest = '<pageMargins/><pageSetup/><drawing/></worksheet>'
  const written = transform?.['xl/worksheets/sheet{id}.xml']?.transform?.(
    sheet + rest,
    {},
    { sheetIndex: 0, sheetId: '1' },
  )
  expect(written).toMatch(
    /<\/sheetData><hyperlinks>(<hyperlink ref="[A-Z]+2" [^>]+\/>){2}<\/hyperlinks><pageM/,
  )
})

test('a table without addresses is left as it is', () => {
  expect(links(rowsOf(inputOf([]), LABELS.en))).toEqual({})
})
