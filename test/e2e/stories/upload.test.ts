import { expect, test } from 'vitest'
import { en } from '../../../extension/src/i18n/en.ts'
import type { Tab } from '../browser/driver.ts'
import { FIRST_OFFER } from '../stage/page.ts'
import { useStage } from '../stage/use-stage.ts'

const stage = useStage()

async function openUpload(): Promise<Tab> {
  const app = await stage.openApp('upload')
  await app.waitFor('document.querySelector(".upload")')
  return app
}

function base64Of(story: string): string {
  const picture = stage.sandbox.shop.pictures.find((each) => each.story === story)
  return picture?.bytes.toString('base64') ?? ''
}

/** What a dropped or chosen picture arrives in. */
const transfer = `(() => {
  const bytes = Uint8Array.from(atob('BYTES'), (letter) => letter.charCodeAt(0))
  const data = new DataTransfer()
  data.items.add(new File([bytes], 'picture', { type: 'image/jpeg' }))
  return data
})()`

const found = (product: string) =>
  `${JSON.stringify(stage.sandbox.shop.offerIds(product))}.includes(${FIRST_OFFER})`

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
test.each(Object.entries(GIVEN))('a picture that is %s is searched', async (_, [story, product, give]) => {
  const app = await openUpload()
  await app.evaluate(give.replace('BYTES', base64Of(story)))
  await app.waitFor(found(product))
  expect(await app.text('.subtitle')).toContain(en.fromFile(''))
})

test('a picture that is pasted is searched', async () => {
  const app = await openUpload()
  // Browsers let a page write to the clipboard only during a click.
  await app.evaluate(`document.querySelector('.upload h1').addEventListener('click', async () => {
    const blob = await (await fetch('data:image/png;base64,${base64Of('watch-png')}')).blob()
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })])
    document.title = 'copied'
  })`)
  await app.click('.upload h1')
  await app.waitFor('document.title === "copied"')
  await stage.driver.press('ctrl+v')
  await app.waitFor(found('webp'))
  expect(await app.text('.subtitle')).toContain('Your picture 640×640')
})

test('an address is searched, and what is no address is named at once', async () => {
  const app = await openUpload()
  const { pictures, pictureOrigin } = stage.sandbox.shop
  const path = pictures.find(({ story }) => story === 'webp')?.path
  await app.fill('.upload form input', 'a bag')
  await app.click('.upload form button')
  expect(await app.text('.error')).toBe(en.pictureUrlInvalid)
  await app.fill('.upload form input', pictureOrigin + path)
  await app.click('.upload form button')
  await app.waitFor('document.querySelector(".subtitle")?.textContent.includes("Original 700×700")')
  await app.waitFor(found('webp'))
})

test('a file that is no picture is named, and sends nothing', async () => {
  const app = await openUpload()
  const before = stage.calls()
  await app.evaluate(`(() => {
    const data = new DataTransfer()
    data.items.add(new File(['<html>not found</html>'], 'bag.jpg', { type: 'image/jpeg' }))
    document.dispatchEvent(new DragEvent('drop', { dataTransfer: data }))
  })()`)
  await app.waitFor(
    `document.querySelector('.error').textContent.includes('${en.failures.not_a_picture.title}')`,
  )
  expect(stage.calls()).toBe(before)
})
