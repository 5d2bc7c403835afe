import type { View } from '../../browser/driver.ts'
import { type Base, type Json, preferences, type Scene } from './scene.ts'

/**
 * Runs in a view: writes a list of products whose offers are those of the latest search, and opens it.
 *
 * @param count products
 * @param change of the batch
 */
const writeList = `async (count, change) => {
  const { search, deskPhotos } = await (globalThis.browser ?? chrome).storage.session.get(['search', 'deskPhotos'])
  const found = Object.values(search.lists)[0].offers
  // Nobody else runs it meanwhile: the scene shows one moment.
  await new Promise((got) => navigator.locks.request('find-on-1688-batch', () => new Promise(() => got())))
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = reject
  })
  const [{ name }] = await indexedDB.databases()
  const database = await done(indexedDB.open(name))
  const batchId = 'scene'
  const jpegs = await Promise.all(deskPhotos.map(async (photo) => (await fetch(photo)).blob()))
  const names = ['batches', 'batchRows', 'batchPictures', 'batchAnswers']
  const stores = database.transaction(names, 'readwrite')
  const [batches, rows, pictures, answers] = names.map((each) => stores.objectStore(each))
  const titles = [
    'Evening clutch, gold clasp', 'Commuter tote, two-tone, 15 in laptop', 'Vintage briefcase', 'Coin purse with kiss lock',
    'Quilted clutch, chain', '帆布托特包 大容量 通勤', 'Weekender with shoe pocket and trolley sleeve, water repellent', null,
  ]
  const kinds = ['same', 'same', 'likely', 'none', 'failed', 'same', 'notCompared', 'waiting', 'empty', 'likely']
  const suppliers = found.map(({ supplier }) => supplier.name)
  for (let index = 0; index < count; index++) {
    const kind = kinds[index % kinds.length]
    const isDone = !['failed', 'waiting'].includes(kind)
    const digest = kind === 'failed' ? null : String(index).padStart(64, '0')
    const offers = found.map((offer, at) => ({
      ...offer,
      ...(at === 1 && { priceTiers: [{ minQuantity: 2, price: '18.60' }, { minQuantity: 500, price: '16.20' }], minOrder: 2 }),
      ...(at === 2 && { priceTiers: [{ minQuantity: 600, price: '15.40' }], minOrder: 600 }),
      ...(at === 1 && { shipping: { weightKg: 0.62, lengthCm: 30, widthCm: 20, heightCm: 10 } }),
    }))
    const matched = { same: ['same', 'same', 'probably'], likely: ['other', 'probably'], none: ['other'] }[kind] ?? []
    const verdicts = kind === 'notCompared' || kind === 'empty' || !isDone ? {} :
      Object.fromEntries(offers.map(({ offerId }, at) => [offerId, matched[at] ?? 'other']))
    const verdictList = Object.values(verdicts)
    const decision = index % 10 === 0 ? { kind: 'offer', offerId: offers[1].offerId, offer: offers[1], at: 1 } :
      index % 10 === 3 ? { kind: 'none', at: 1 } : null
    rows.put({
      batchId, index, line: index + 2,
      own: ['EC-' + (2210 + index), String(7 * index).padStart(5, '0'), 'Shelf ' + (index % 9)],
      title: titles[index % titles.length], productNumber: 'EC-' + (2210 + index), link: 'https://shop.example/p/' + index,
      price: index % 6 === 5 ? null : (24.9 + index).toFixed(2), currency: null, quantity: null,
      weightKg: index % 4 === 1 ? '0.62' : null,
      picture: { kind: 'file', name: index + '.jpg' }, digest,
      state: isDone ? 'done' : kind, ...(kind === 'failed' && { failure: { code: 'file_missing' } }),
      ...(isDone && { outcome: {
        at: 1, offers: kind === 'empty' ? 0 : offers.length, compared: verdictList.length,
        same: verdictList.filter((each) => each === 'same').length,
        likely: verdictList.filter((each) => each === 'probably').length,
        suppliers: [...new Set(suppliers.slice(0, matched.filter((each) => each !== 'other').length))],
      } }),
      decision, note: index % 7 === 2 ? 'ask for samples' : '',
    })
    if (digest) pictures.put({ batchId, digest, jpeg: jpegs[index % jpegs.length], thumb: deskPhotos[index % jpegs.length] })
    if (isDone) answers.put({
      batchId, digest, at: 1, provider: 'crossborder', total: offers.length, offers: kind === 'empty' ? [] : offers,
      answer: {}, verdicts, reasons: kind === 'same' ? { [offers[1].offerId]: ['mirrored'] } : {}, notes: [],
    })
  }
  batches.put({
    id: batchId, name: 'autumn-listing.xlsx', createdAt: Date.now(), from: 'table', columns: ['SKU', 'Barcode', 'Shelf'],
    settings: { quantity: 500, currency: 'USD', maxSearches: null }, state: 'paused', searches: 318, ...change,
  })
  await new Promise((resolve) => { stores.oncomplete = resolve })
  database.close()
  location.hash = 'batch/' + batchId
}`

const TABLE = 'document.querySelectorAll(".candidate").length > 2'

const open =
  (count: number, change: Json, until = TABLE, act?: (view: View) => Promise<void>) =>
  async (view: View) => {
    await view.evaluate(`(${writeList})(${count}, ${JSON.stringify(change)})`)
    await view.waitFor(until)
    await act?.(view)
  }

const photos = (base: Base) => ({ deskPhotos: [...base.photos, base.otherPhoto] })

const scene = (name: string, act: NonNullable<Scene['act']>, openIn: Scene['openIn'] = 'tab'): Scene => ({
  name,
  openIn,
  route: 'batch',
  session: photos,
  local: preferences({ quantity: 1 }),
  until: 'document.querySelector("h1")',
  act,
})

const pressIn = (key: string, until: string) => async (view: View) => {
  await view.evaluate(
    `void document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '${key}', bubbles: true, cancelable: true }))`,
  )
  await view.waitFor(until)
}

async function openExport(view: View): Promise<void> {
  await view.click('.desk-header .export')
  await view.waitFor('document.querySelector(".list-export[open]")')
}

/** A file of this list in which a decision was changed, and others cannot be read. */
async function readBackEdited(view: View): Promise<void> {
  await openExport(view)
  const lines = [
    ['SKU', '1688 decision', '1688 note', '1688 offer ID', '1688 row ID (keep)'],
    ['EC-2211', 'None', 'too heavy', '', 'f1688:scene:1::'],
    ['EC-2212', 'maybe', '', '', 'f1688:scene:2::'],
    ['EC-9999', '', '', '', ''],
  ]
  const csv = JSON.stringify(lines.map((cells) => cells.join(',')).join('\n'))
  await view.evaluate(`(() => {
    const input = document.querySelector('.read-back input')
    const files = new DataTransfer()
    files.items.add(new File([${csv}], 'edited.csv'))
    input.files = files.files
    input.dispatchEvent(new Event('change', { bubbles: true }))
  })()`)
  await view.waitFor('document.querySelector(".read-back-problems")')
}

/** Where a person decides on the products of a list. */
export const DESK_SCENES: Scene[] = [
  scene('desk', open(120, {})),
  scene('desk-running', open(120, { state: 'running' })),
  scene(
    'desk-budget',
    open(120, {
      pausedBy: { code: 'budget' },
      settings: { quantity: 500, currency: 'USD', maxSearches: 318 },
    }),
  ),
  scene('desk-quota', open(120, { pausedBy: { code: 'quota_exhausted' } })),
  scene(
    'desk-waiting',
    open(120, {}, TABLE, (view) =>
      view
        .click('[data-facet="waiting"]')
        .then(() => view.waitFor('document.querySelector(".desk-main .message")')),
    ),
  ),
  scene(
    'desk-failed',
    open(120, {}, TABLE, (view) =>
      view
        .click('[data-facet="failed"]')
        .then(() => view.waitFor('document.querySelector(".desk-main .message")')),
    ),
  ),
  scene(
    'desk-taken',
    open(120, {}, TABLE, (view) =>
      view
        .click('[data-facet="decided"]')
        .then(() => view.waitFor('document.querySelector(".candidate.chosen")')),
    ),
  ),
  scene('desk-photos', open(120, {}, TABLE, pressIn('p', 'document.querySelector(".compare-photos[open]")'))),
  scene('desk-export', open(120, {}, TABLE, openExport)),
  scene('desk-read-back', open(120, {}, TABLE, readBackEdited)),
  scene(
    'desk-no-rows',
    open(120, {}, TABLE, async (view) => {
      await view.click('[data-facet="undecided"]')
      await view.click('[data-facet="waiting"]')
      await view.waitFor('document.querySelector(".no-rows")')
    }),
  ),
  { name: 'desk-missing', openIn: 'tab', route: 'batch/none', until: 'document.querySelector(".message")' },
  scene('desk-in-popup', open(120, {}, 'document.querySelector(".message .primary")'), 'popup'),
]
