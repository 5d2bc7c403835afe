import { beforeAll, expect, test } from 'vitest'
import { en } from '../../../extension/src/i18n/en.ts'
import type { Offer } from '../../fakes/gateway/catalogue/index.ts'
import type { Tab } from '../browser/driver.ts'
import { allowPhotos } from '../stage/open-scene.ts'
import { settled } from '../stage/page.ts'
import { useStage } from '../stage/use-stage.ts'

const stage = useStage({ provider: 'crossborder' })
beforeAll(() => allowPhotos(stage))

const row = (offerId: string) => `document.querySelector('.offer[data-offer="${offerId}"]')`
const detailCalls = () =>
  stage.sandbox.gateway.arrivals.filter(({ api }) => api.includes('queryProductDetail')).length

/** An offer whose list price is that of an accessory, and of which one variant alone has the offer's picture. */
function baited(): { offer: Offer; shown: Offer['variants'][number] } {
  for (const offer of stage.sandbox.gateway.catalogue.offers) {
    const [shown, ...others] = offer.variants.filter(({ picture }) => picture?.kind === 'offer')
    const bait = offer.variants.find(({ picture }) => picture?.kind === 'accessory')
    const isPlain = offer.minOrder === 1 && offer.terms.status === 'published'
    if (isPlain && shown?.isShown && others.length === 0 && bait?.price === offer.price)
      return { offer, shown }
  }
  return expect.fail('no offer with an accessory')
}

function nameOf({ attributes }: Offer['variants'][number]): string {
  return attributes.map(({ valueTrans }) => valueTrans).join(', ')
}

/** Searches a picture that is chosen as a file. */
async function searchFile(bytes: Buffer): Promise<Tab> {
  const app = await stage.openApp('upload')
  await app.waitFor('document.querySelector(".upload input[type=file]")')
  await app.evaluate(`(() => {
    const bytes = Uint8Array.from(atob('${bytes.toString('base64')}'), (letter) => letter.charCodeAt(0))
    const data = new DataTransfer()
    data.items.add(new File([bytes], 'picture', { type: 'image/jpeg' }))
    const input = document.querySelector('.upload input[type=file]')
    input.files = data.files
    input.dispatchEvent(new Event('change', { bubbles: true }))
  })()`)
  await settled(app)
  return app
}

test('the price is that of the variant in the picture, never the accessory’s, and stays so where the offer is saved', async () => {
  const { offer, shown } = baited()
  const picture = (await stage.sandbox.gateway.catalogue.picture(offer.picture)) ?? expect.fail('no picture')
  const app = await searchFile(picture)
  await app.waitFor(row(offer.offerId))
  const textOf = (part: string) =>
    app.evaluate<string>(`${row(offer.offerId)}.querySelector('${part}').innerText`)
  // What the list says is the accessory's, and is called a list price.
  expect(await textOf('.col-price')).toContain(offer.price)
  expect(await app.evaluate(`${row(offer.offerId)}.querySelector('.col-price').textContent`)).toContain(
    en.listPrice,
  )

  const before = detailCalls()
  await app.evaluate(`${row(offer.offerId)}.querySelector('button.price-tiers').click()`)
  await app.waitFor(`${row(offer.offerId)}.querySelector('.your-variant')`)
  expect(await textOf('.your-variant')).toBe(nameOf(shown))
  expect(await textOf('.col-price')).toBe(Number(shown.price).toFixed(2))
  expect(detailCalls() - before).toBe(1)

  await app.evaluate(`${row(offer.offerId)}.querySelector('.save').click()`)
  await app.waitFor(`${row(offer.offerId)}.querySelector('.save[aria-pressed=true]')`)
  await app.close()
  await (await stage.results()).close()
  const list = await stage.openApp('shortlist')
  await list.waitFor(`${row(offer.offerId)}?.querySelector('.your-variant')`)
  const price = await list.evaluate<string>(`${row(offer.offerId)}.querySelector('.price').innerText`)
  expect(price.replace(/\s/g, '')).toBe(`¥${Number(shown.price).toFixed(2)}`)
  expect(detailCalls() - before).toBe(1)
})

test('a variant that a person chooses is the price, until the photos decide again', async () => {
  const { offer, shown } = baited()
  const other = offer.variants.find(({ skuId }) => skuId !== shown.skuId) ?? expect.fail('one variant')
  const picture = (await stage.sandbox.gateway.catalogue.picture(offer.picture)) ?? expect.fail('no picture')
  const app = await searchFile(picture)
  const rowSays = (variant: Offer['variants'][number]) =>
    app.waitFor(`(() => {
      const row = ${row(offer.offerId)}
      return row?.querySelector('.your-variant')?.innerText === '${nameOf(variant)}' &&
        row.querySelector('.col-price').innerText === '${Number(variant.price).toFixed(2)}'
    })()`)
  await app.waitFor(row(offer.offerId))
  // They are known from before, unless this story runs alone.
  await app.evaluate(`${row(offer.offerId)}.querySelector('button.price-tiers')?.click()`)
  await rowSays(shown)

  await app.evaluate(`void (location.hash = 'offer/${offer.offerId}')`)
  const buttonOf = `[...document.querySelectorAll('table.variants tr')].find((each) =>
    each.innerText.includes('${nameOf(other)}'))?.querySelector('.choose-variant')`
  await app.waitFor(buttonOf)
  await app.evaluate(`${buttonOf}.click()`)
  await app.waitFor('document.querySelector(".undo-choice")')
  await app.evaluate("void (location.hash = 'results')")
  await rowSays(other)

  await app.evaluate(`void (location.hash = 'offer/${offer.offerId}')`)
  await app.waitFor('document.querySelector(".undo-choice")')
  await app.click('.undo-choice')
  await app.waitFor('!document.querySelector(".undo-choice")')
  await app.evaluate("void (location.hash = 'results')")
  await rowSays(shown)
})
