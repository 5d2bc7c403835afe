import { describe, expect, test } from 'vitest'
import { en } from '../../../extension/src/i18n/en.ts'
import { zh } from '../../../extension/src/i18n/zh.ts'
import type { View } from '../browser/driver.ts'
import { until } from '../browser/wait.ts'
import { keysWork, settled } from '../stage/page.ts'
import { announced, focused, listen, nameless, partOf, readOut } from '../stage/spoken.ts'
import { useStage } from '../stage/use-stage.ts'

// The main job as a screen reader tells it. Only Chromium's tree can be read from outside.

describe.each([
  ['en', en],
  ['zh', zh],
] as const)('in %s', (language, t) => {
  const stage = useStage({ provider: 'crossborder', language })

  /** Presses Tab until the focus is on something, and returns all that had it, each with a role and a name. */
  const tabTo = async (view: View, wanted: string) => {
    const stops: string[] = []
    while (!stops.at(-1)?.startsWith(wanted)) {
      if (stops.length > 25) expect.fail(`${wanted} is not reached by Tab, but ${stops.join(' | ')}`)
      await stage.driver.press('Tab')
      stops.push(await focused(view))
    }
    return stops
  }
  const hears = (view: View, text: string) =>
    until(`“${text}” to be announced`, async () => (await announced(view)).includes(text))

  test('from the right click to a saved offer, each step is told', async () => {
    stage.sandbox.gateway.setFault('slow', { delayMs: 1500, times: 1 })
    const { popup } = await stage.search('main')
    await listen(popup)
    await settled(popup)
    const count = await popup.evaluate<number>(
      'Number(document.querySelector("h1").innerText.match(/\\d+/)[0])',
    )
    await hears(popup, t.offerCount(count))
    expect(await announced(popup)).toContain(t.searching)
    expect(await popup.evaluate('document.documentElement.lang')).toBe(language === 'zh' ? 'zh-CN' : 'en')
    expect(await nameless(popup)).toEqual([])

    // The result, the quantity, the offers, and where else one can go, in this order.
    const said = await readOut(popup)
    const outline = [
      'main ""',
      `heading "${t.offerCount(count)}" level 1`,
      'search ""',
      `textbox "${t.quantityShort}" holds "1"`,
      'list ""',
      `navigation "${t.navigation}"`,
      `button "${t.results}"`,
    ]
    expect(said.filter((each) => outline.includes(each))).toEqual(outline)

    const offers = await popup.evaluate<{ id: string; title: string }[]>(
      `[...document.querySelectorAll('.offer[data-offer]')].map((row) => ({ id: row.dataset.offer, title: row.querySelector('.offer-link').innerText }))`,
    )
    const isTiered = ({ id }: { id: string }) =>
      (stage.sandbox.gateway.catalogue.offer(id)?.priceTiers.length ?? 0) > 1
    const at = offers.findIndex(isTiered)
    const { id, title } = offers[at] ?? expect.fail('no offer has price tiers')
    const { price, priceTiers } = stage.sandbox.gateway.catalogue.offer(id) ?? expect.fail(`no offer ${id}`)
    const link = `link "${title}"`
    const offer = async () => partOf(await readOut(popup), link, 'listitem')
    const before = await offer()
    const lines = [
      link,
      'StaticText "¥"',
      `StaticText "${price}"`,
      `StaticText "${t.listPrice}"`,
      `button "${t.getTiersShort}"`,
      `button "${t.saveOffer}" not pressed`,
    ]
    expect(before.filter((each) => lines.includes(each))).toEqual(lines)

    // The quantity by its key, which the field tells.
    const fields = (await popup.accessibilityTree()).filter(({ name }) => name === t.quantityShort)
    expect(fields.some(({ states }) => states.keyshortcuts === 'q')).toBe(true)
    await stage.driver.press('q')
    await until('the quantity', async () => (await focused(popup)).startsWith(`textbox "${t.quantityShort}"`))
    await stage.driver.press('ctrl+a', '5', '0', '0')
    await until('500', async () => (await focused(popup)) === `textbox "${t.quantityShort}" holds "500"`)

    // The offer by its key; then by Tab to what it lacks.
    await popup.evaluate('document.activeElement.blur()')
    for (let row = 0; row <= at; row++) {
      await stage.driver.press('j')
      await popup.waitFor(`document.querySelector('.offer.current')?.dataset.offer === '${offers[row]?.id}'`)
      await keysWork(popup)
    }
    await expect.poll(() => focused(popup)).toBe(link)
    await tabTo(popup, `button "${t.getTiersShort}"`)
    await stage.driver.press('Return')
    const tier = priceTiers.filter(({ minQuantity }) => minQuantity <= 500).at(-1)
    await hears(popup, t.priceAtQuantity(`¥${tier?.price}`, '500'))
    await expect.poll(offer).toContain(`StaticText "${tier?.price}"`)
    expect(await offer()).not.toContain(`StaticText "${t.listPrice}"`)
    // The button is gone, and the focus is where it was.
    await expect.poll(() => focused(popup)).toContain(t.tierCount(priceTiers.length))

    await tabTo(popup, `button "${t.saveOffer}" not pressed`)
    await stage.driver.press('space')
    await hears(popup, `${t.offerSaved} ${t.undo}`)
    await expect.poll(() => focused(popup)).toBe(`button "${t.offerIsSaved}" pressed`)
    await expect.poll(() => readOut(popup)).toContain(`button "${t.shortlist}\u00a01"`)
    expect(await nameless(popup)).toEqual([])

    // Saying the same again is no silence: removed, saved, removed.
    const heard = (await announced(popup)).length
    for (const text of [t.offerRemoved, t.offerSaved, t.offerRemoved]) {
      await stage.driver.press('space')
      await until(text, async () => (await announced(popup)).at(-1)?.startsWith(text))
    }
    expect((await announced(popup)).length).toBe(heard + 3)
  })

  test('a missing name, a wrong role and a silent change are noticed', async () => {
    const popup = await stage.results('main')
    await listen(popup)
    const button = `button "${t.saveOffer}" not pressed`
    expect(await readOut(popup)).toContain(button)
    await popup.evaluate('void (document.querySelector(".save").textContent = "")')
    expect(await nameless(popup)).toHaveLength(1)
    await popup.evaluate(
      'void document.querySelectorAll(".save").forEach((each) => each.setAttribute("role", "presentation"))',
    )
    await popup.evaluate(
      'void document.querySelectorAll(".save").forEach((each) => each.removeAttribute("aria-pressed"))',
    )
    expect(await readOut(popup)).not.toContain(button)
    await popup.evaluate(
      'document.body.insertAdjacentHTML("beforeend", "<div role=status>Comes with its text</div>"), new Promise(requestAnimationFrame)',
    )
    expect(await announced(popup)).not.toContain('Comes with its text')
  })
})
