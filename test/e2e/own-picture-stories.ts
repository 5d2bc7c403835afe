import { createHash } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { BrowserName, Tab, View } from './browser/index.ts'
import { openStage, type Stage, searchState, sentPicture, settled } from './stage.ts'

/** Pictures of a person's own, what is shown before and after one is sent, and single websites that are allowed. */
export function tellOwnPictureStories(name: BrowserName): void {
  describe(`in ${name}`, () => {
    let stage: Stage
    const opened: View[] = []
    const calls = () => stage.sandbox.gateway.arrivals.length
    const shop = () => stage.sandbox.shop

    beforeAll(async () => {
      stage = await openStage(name)
    }, 90_000)
    afterEach(async () => {
      for (const view of opened.splice(0).reverse()) if (!(await view.closed())) await view.close()
    })
    afterAll(() => stage?.close())

    async function openApp(): Promise<Tab> {
      const app = await stage.driver.extensionPage('app.html#bring')
      opened.push(app)
      await app.waitFor('document.querySelector(".bring")')
      return app
    }

    function bytesOf(story: string): string {
      const picture = shop().pictures.find((each) => each.story === story)
      return picture?.bytes.toString('base64') ?? ''
    }

    /** A transfer that holds a picture, as dropping and choosing one gives it. */
    const transfer = `(() => {
      const bytes = Uint8Array.from(atob('BYTES'), (letter) => letter.charCodeAt(0))
      const data = new DataTransfer()
      data.items.add(new File([bytes], 'picture', { type: 'image/jpeg' }))
      return data
    })()`

    const found = (product: string) =>
      `${JSON.stringify(shop().offerIds(product))}.includes(document.querySelector('.offer[data-offer]')?.dataset.offer)`

    const GIVEN: Record<string, [story: string, product: string, give: string]> = {
      dropped: [
        'bag-cors',
        'data',
        `document.dispatchEvent(new DragEvent('drop', { dataTransfer: ${transfer}, bubbles: true }))`,
      ],
      'opened as a file': [
        'teddy-cors',
        'no-cors',
        `(() => {
          const input = document.querySelector('input[type=file]')
          input.files = ${transfer}.files
          input.dispatchEvent(new Event('change', { bubbles: true }))
        })()`,
      ],
    }
    test.each(Object.entries(GIVEN))(
      'a picture that is %s is searched',
      async (_, [story, product, give]) => {
        const app = await openApp()
        await app.evaluate(give.replace('BYTES', bytesOf(story)))
        await app.waitFor(found(product))
        expect(await app.text('.sub')).toContain('Your picture')
      },
    )

    test('a picture that is pasted is searched', async () => {
      const app = await openApp()
      // The browser lets nobody write to the clipboard but in a click.
      await app.evaluate(`document.querySelector('.bring h1').addEventListener('click', async () => {
        const blob = await (await fetch('data:image/png;base64,${bytesOf('watch-png')}')).blob()
        await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })])
        document.title = 'copied'
      })`)
      await app.click('.bring h1')
      await app.waitFor('document.title === "copied"')
      await stage.driver.press('ctrl+v')
      await app.waitFor(found('webp'))
      expect(await app.text('.sub')).toContain('Your picture 640×640')
    })

    test('an address is searched, and what is none is told at once', async () => {
      const app = await openApp()
      const url = (story: string) =>
        shop().pictureOrigin + shop().pictures.find((each) => each.story === story)?.path
      await app.fill('.bring form input', 'a bag')
      await app.click('.bring form button')
      expect(await app.text('.wrong')).toBe('This is no web address of a picture.')
      await app.fill('.bring form input', url('webp'))
      await app.click('.bring form button')
      await app.waitFor('document.querySelector(".sub")?.textContent.includes("Original 700×700")')
      await app.waitFor(found('webp'))
    })

    test('a file that is no picture is named, and sends nothing', async () => {
      const app = await openApp()
      const before = calls()
      await app.evaluate(`(() => {
        const data = new DataTransfer()
        data.items.add(new File(['<html>not found</html>'], 'bag.jpg', { type: 'image/jpeg' }))
        document.dispatchEvent(new DragEvent('drop', { dataTransfer: data }))
      })()`)
      await app.waitFor('document.querySelector(".wrong").textContent.includes("not a picture")')
      expect(calls()).toBe(before)
    })

    test('a picture is shown before it is sent, where that is wished', async () => {
      const options = await stage.openOptions()
      opened.push(options)
      await options.click('#ask-first')
      const before = calls()
      const { tab, popup } = await stage.search('cors')
      opened.push(tab, popup)
      await popup.waitFor('document.querySelector(".ready .send")')
      expect((await searchState(stage))?.reading).toBe('ready')
      expect(calls()).toBe(before)
      const sent = await sentPicture(stage)
      expect(await popup.evaluate('document.querySelector(".receipt img").src')).toBe(sent?.dataUrl)
      await popup.click('.send')
      await popup.waitFor('document.querySelector(".offer[data-offer]")', 20_000)
      expect(calls()).toBe(before + 1)
      await popup.close()
      await options.click('#ask-first')
    })

    test('the receipt shows the very bytes that left', async () => {
      const { tab, popup } = await stage.search('webp')
      opened.push(tab, popup)
      await settled(popup)
      await popup.click('.sub .link')
      const sent = await sentPicture(stage)
      expect(await popup.text('.receipt')).toContain(`A JPEG of 700×700 pixels`)
      expect(await popup.text('.receipt')).toContain('camera, place, time and author are gone')
      const shown = await popup.evaluate<string>('document.querySelector(".receipt a[download]").href')
      expect(shown).toBe(sent?.dataUrl)
      const bytes = Buffer.from(shown.split(',')[1] ?? '', 'base64')
      expect(stage.sandbox.gateway.arrivals.at(-1)?.pictureSha256).toBe(
        createHash('sha256').update(bytes).digest('hex'),
      )
    })

    test('one website is allowed by a button, its originals are read, and it is given back in the options', async () => {
      const { tab, popup } = await stage.search('no-cors')
      opened.push(tab, popup)
      await settled(popup)
      expect(await popup.text('.sub .allow')).toBe('Allow 127.0.0.1')
      await popup.click('.sub .allow')
      if (name === 'chromium') await stage.driver.acceptQuestion()
      await expect.poll(async () => (await sentPicture(stage))?.how, { timeout: 10_000 }).toBe('original')
      // A click beside it would only close it.
      if (!(await popup.closed())) await popup.close()
      const options = await stage.openOptions()
      opened.push(options)
      expect(await options.text('.allowed')).toContain('http://127.0.0.1')
      await options.click('.allowed button')
      await options.waitFor('!document.querySelector(".allowed button")')
      const again = await stage.search('no-cors')
      opened.push(again.tab, again.popup)
      await settled(again.popup)
      expect((await sentPicture(stage))?.how).toBe('capture')
    })

    test('a page that no extension may enter is named', async () => {
      const options = await stage.openOptions()
      opened.push(options)
      const popup = await stage.driver.openPopup()
      opened.push(popup)
      await popup.click('.part.menu')
      await popup.click('#menu [data-item=pick]')
      await expect.poll(async () => (await searchState(stage))?.readFailure?.code).toBe('page_closed')
    })
  })
}
