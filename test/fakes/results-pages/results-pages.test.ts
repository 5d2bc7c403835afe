import { expect, test } from 'vitest'
import { shopAnswer } from '../pages/shop-hosts.ts'
import { RESULTS_PAGES } from './index.ts'

const addressesIn = (html: string) =>
  [...html.matchAll(/http:\/\/[\w.-]+:PORT\/[^\s"'<>)]+/g)].map(([address]) =>
    address.replaceAll('&amp;', '&').replace('PORT', '4000').replace('{width}', '1080'),
  )

test.each(RESULTS_PAGES)('“$name” shows the products that are said to be on it', ({ body, ...page }) => {
  const all = [...page.products, ...(page.ads ?? []), ...(page.beside ?? [])]
  expect(new Set(all.map(({ picture }) => picture)).size).toBe(all.length)
  const titles = body.replaceAll(/<[^>]*>/g, '')
  for (const { title, picture, link, productNumber } of all) {
    expect(body).toContain(picture)
    if (link) expect(body.replaceAll('%2F', '/')).toContain(link)
    if (productNumber) expect(`${body}${page.head}`).toContain(productNumber)
    expect(titles.includes(title) || body.includes(`alt="${title}"`), title).toBe(true)
  }
})

test('the picture hosts have every picture of the pages', () => {
  const all = RESULTS_PAGES.flatMap(({ body }) => addressesIn(body))
  const missing = all.filter(
    (address) => !shopAnswer(new URL(address)) && !/\/cors\/|\/images\/G\/|label/.test(address),
  )
  expect(missing).toEqual([])
  expect(all.length).toBeGreaterThan(500)
})
