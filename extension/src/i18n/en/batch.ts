const products = (count: number | string) => (`${count}` === '1' ? '1 product' : `${count} products`)
const rows = (count: number) => (count === 1 ? '1 row' : `${count} rows`)
const lines = (count: number, numbers: string) => (count === 1 ? `line ${numbers}` : `lines ${numbers}`)

/** Many products at once: how they come in, what it will cost. */
export const batches = {
  batches: 'Product lists',
  openListsInTab: 'Open in a tab',
  listsNeedTab:
    'Product lists open in a tab: there’s room for all your products, and the search keeps running.',

  dropProducts: 'Drop a spreadsheet, a folder or pictures here',
  dropProductsHint:
    'A CSV or Excel file needs a column of picture addresses or file names. If it names files, drop them along with it. Nothing is searched yet.',
  openSpreadsheet: 'Open a spreadsheet',
  openFolder: 'Open a folder',
  openPictures: 'Open pictures',
  pasteLines: 'Or paste your products',
  pasteLinesExample: 'https://example.com/tote.jpg   Tote bag   39.99\nhttps://…',
  pasteLinesHint:
    'One per line: the picture’s address, then title and price if you have them. Cells copied from a spreadsheet work too.',
  useLines: 'Continue',
  productsOfPage: (action: string) =>
    `For all products of a shop’s page, go there and choose “${action}” in the extension’s menu.`,
  readingFiles: 'Reading…',
  pastedName: 'Pasted products',
  picturesName: (count: number) => (count === 1 ? '1 picture' : `${count} pictures`),
  whichSpreadsheet: 'Which one is your list?',
  onlyPictures: (count: number) => (count === 1 ? 'Only the picture' : `Only the ${count} pictures`),
  noPicturesInFiles: 'No pictures or spreadsheet found.',
  firstPicturesOnly: (most: number) => `Only the first ${most} pictures are in the list.`,

  tableFaults: {
    too_large: 'This file is larger than 50 MB. Split it, or remove the pictures in it.',
    expands_too_far: 'This workbook is too large when unpacked. Save the sheet with your products as CSV.',
    empty: 'This file has no rows.',
    encrypted: 'This workbook has a password. Save a copy without one.',
    damaged: 'This workbook can’t be opened. Save it again as XLSX or CSV.',
    not_a_table: 'This isn’t a spreadsheet. Save it as XLSX or CSV.',
  },
  tableProblems: {
    quote_unclosed: (count: number, numbers: string) =>
      `A quotation mark isn’t closed in ${lines(count, numbers)}. It’s read as it is.`,
    rows_in_cell: (count: number, numbers: string) =>
      `A quoted cell may contain other products in ${lines(count, numbers)}. Check its quotation marks.`,
    extra_cells: (count: number, numbers: string) =>
      `There are more cells than headings in ${lines(count, numbers)}. The extra cells are kept.`,
    too_many_columns: (count: number, numbers: string) =>
      `Cells beyond column 500 are left out in ${lines(count, numbers)}.`,
    too_many_rows: (_count: number, numbers: string) =>
      `A list has at most 5,000 products. Line ${numbers} and those below are left out.`,
    undecodable: (count: number, numbers: string) =>
      `Unreadable characters in ${lines(count, numbers)}. Correct them, or choose another encoding.`,
  },

  linesUnread: (count: number, numbers: string) => `Not read: ${lines(count, numbers)}.`,

  createList: (count: number) => `Make a list of ${products(count)}`,
  sheet: 'Sheet',
  encoding: 'Encoding',
  encodings: {
    'utf-8': 'Unicode (UTF-8)',
    'utf-16le': 'Unicode (UTF-16)',
    gb18030: 'Simplified Chinese (GBK)',
    big5: 'Traditional Chinese (Big5)',
    shift_jis: 'Japanese (Shift JIS)',
    'euc-kr': 'Korean (EUC-KR)',
    'windows-1250': 'Central European',
    'windows-1251': 'Cyrillic',
    'windows-1252': 'Western European',
  },
  delimiter: 'Separator',
  delimiters: { ',': 'Comma', ';': 'Semicolon', '\t': 'Tab', '|': 'Vertical bar' },
  hasHeadings: 'The first row has headings',
  headingsInLine: (line: number) => `Headings in line ${line}`,
  columnsLegend: 'Your columns',
  noColumn: 'Not in this file',
  columnLetter: (letter: string) => `Column ${letter}`,
  productFields: {
    picture: 'Picture',
    title: 'Title',
    productNumber: 'SKU',
    link: 'Link',
    price: 'Selling price',
    salePrice: 'Sale price',
    currency: 'Currency',
    quantity: 'Quantity',
    weight: 'Weight',
  },
  weightUnit: 'Weight unit',
  weightUnitUnknown: 'Choose',
  headerCurrency: 'Currency in the heading',
  headerCurrencyNone: 'None',
  otherColumnsKept: 'All columns are kept and exported as they are.',
  listQuantity: 'Default quantity',
  listCurrency: 'Default currency',
  listCurrencyUnknown: 'Choose',
  rowsNameFiles: (count: string) => `${count} rows name picture files:`,
  picturesAlong: (count: string) => `${count} pictures to find them in:`,
  choosePictureColumn: 'Choose the column with your pictures’ addresses or file names.',
  rowsWithoutPicture: (count: number, numbers: string) =>
    `${rows(count)} without a picture: ${lines(count, numbers)}.`,
  rowsWithBadAddress: (count: number, numbers: string) =>
    `${rows(count)} with an address that can’t be a picture’s: ${lines(count, numbers)}.`,
  rowsWithBadPrice: (count: number, numbers: string) =>
    `${rows(count)} with an unreadable price, so no margin: ${lines(count, numbers)}.`,
  rowsWithBadQuantity: (count: number, numbers: string) =>
    `${rows(count)} with an unreadable quantity, so the default is used: ${lines(count, numbers)}.`,
  rowsWithBadWeight: (count: number, numbers: string) =>
    `${rows(count)} with an unreadable weight: ${lines(count, numbers)}.`,
  weightNeedsUnit: 'Choose a weight unit. Until then, weights are ignored.',
  previewTitle: (shown: number, all: string) => `The first ${shown} of ${all}`,
  lineNumber: 'Line',
  notGiven: '–',
  noPictureNamed: 'no picture',

  planProducts: 'Products',
  planPictures: 'Pictures',
  planIdentical: (count: string) => `${count} identical, searched once`,
  planSearches: 'Searches',
  planSearchesNote: 'Identical pictures share one',
  planLeft: 'Left today',
  planTooFew: 'Not enough for all. The list pauses; resume it after midnight UTC.',
  upTo: (count: string) => `up to ${count}`,
  noDailyLimit: 'No limit',
  notKnownYet: '–',
  readingPictures: (count: string) => `Reading: ${count} to go`,
  planFailed: (count: number, numbers: string, reason: string) =>
    `${rows(count)} can’t be searched, ${lines(count, numbers)}: ${reason}`,
  filesNeeded: (count: string) => `${count} pictures are in files you haven’t added:`,
  picturesOnHosts: (_count: number, hosts: string, others: number) =>
    `Your pictures are on ${hosts}${others > 0 ? ` and ${others} more` : ''}. The extension needs your permission to read them.`,
  allowAndStart: (count: number) =>
    count === 1 ? 'Allow this site and start' : `Allow ${count} sites and start`,
  startWithoutHosts: 'Start without them',
  openWithoutSearch: 'Open the list without searching',
  startSearches: (count: string) => `Start · up to ${count} searches`,
  budget: 'Pause after this many searches',
  budgetNone: (all: number) => `${all}, all of them`,
  budgetInvalid: 'Enter a whole number, or leave it empty.',
  planNote:
    'Only the pictures are sent; the list stays in this browser. Pause or close the tab at any time: it picks up where it left off when you open it again.',

  earlierLists: 'Your lists',
  batchProducts: (count: number) => products(count.toLocaleString('en')),
  batchFound: (count: string) => `${count} searched`,
  batchDecided: (count: string) => `${count} decided`,
  continueList: 'Continue',
  continueListNamed: (name: string) => `Continue ${name}`,
  batchStates: { ready: 'not started', running: 'searching', paused: 'paused', done: 'searched' },
  batchSearches: (count: number) =>
    count === 0 ? 'no searches used' : count === 1 ? '1 search used' : `${count} searches used`,
  deleteList: 'Delete',
  deleteListNamed: (name: string) => `Delete ${name}`,
  deleteListQuestion: 'Delete this list with its offers and decisions?',
  keepList: 'Keep',
}

export type BatchTexts = typeof batches
