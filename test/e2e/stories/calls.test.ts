import { expect, test } from 'vitest'
import { storage } from '../stage/page.ts'
import { useStage } from '../stage/use-stage.ts'

const stage = useStage({ provider: 'crossborder' })

/** The APIs called since it was last asked. */
function callsCounter(): () => (string | undefined)[] {
  let seen = stage.sandbox.gateway.arrivals.length
  return () => {
    const fresh = stage.sandbox.gateway.arrivals.slice(seen)
    seen += fresh.length
    return fresh.map(({ api }) => api.split('/').find((part) => part.startsWith('product.')))
  }
}

test('from a picture to what is known of an offer and its seller costs one search and one look at its page', async () => {
  const newCalls = callsCounter()
  const app = await stage.resultsInTab()
  expect(newCalls()).toEqual(['product.image.upload', 'product.search.imageQuery'])
  const offerId = await app.evaluate<string>('document.querySelector(".offer[data-offer]").dataset.offer')
  const goTo = async (hash: string, until: string) => {
    await app.evaluate(`void (location.hash = '${hash}')`)
    await app.waitFor(until)
  }
  const page = 'document.querySelector(".offer-page h1")'
  await goTo(`offer/${offerId}`, page)
  await expect
    .poll(() =>
      stage.driver.background(
        `${storage('session')}.get('search').then(({ search }) => search.details?.['${offerId}']?.state)`,
      ),
    )
    .toBe('done')
  expect(newCalls()).toEqual(['product.search.queryProductDetail'])

  const free: Record<string, [hash: string, until: string]> = {
    results: ['results', 'document.querySelector(".offer[data-offer]")'],
    'the page again': [`offer/${offerId}`, page],
    suppliers: ['supplier', 'document.querySelector(".body h1")'],
    messages: [`contact/${offerId}`, 'document.querySelector(".body h1")'],
    pictures: [`pictures/${offerId}`, 'document.querySelector(".body h1")'],
    comparison: ['compare', 'document.querySelector(".body").innerText'],
    'what changed': ['watch', 'document.querySelector(".body h1")'],
    shortlist: ['shortlist', 'document.querySelector(".body").innerText'],
  }
  for (const [what, [hash, until]] of Object.entries(free)) {
    await goTo(hash, until)
    // Whatever a view asks for, it asks for as it opens.
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(newCalls(), what).toEqual([])
  }
})
