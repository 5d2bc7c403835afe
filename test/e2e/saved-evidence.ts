import type { Driver, View } from './browser/index.ts'

/** Opens “Save evidence” by the menu, for the search of the moment with a second page of offers. */
export async function openEvidence(driver: Driver): Promise<View> {
  const app = await driver.extensionPage('app.html#results')
  await app.waitFor('document.querySelector(".more")')
  const loaded = await app.evaluate<number>('document.querySelectorAll(".offer[data-offer]").length')
  await app.evaluate('document.querySelector(".more").click()')
  await app.waitFor(`document.querySelectorAll(".offer[data-offer]").length > ${loaded}`)
  await app.waitFor('document.querySelectorAll(".pic .same, .pic .unseen").length > 20')
  await app.click('.part.menu')
  await app.click('#menu [data-item="evidence"]')
  await app.waitFor('document.querySelector(".evidence-view .verdict.room")')
  return app
}

/** Saves it as a person does, and gives the file. */
export async function savedEvidence(app: View): Promise<string> {
  await app.evaluate(
    'void (window.saved = new Promise((resolve) => { const make = URL.createObjectURL; URL.createObjectURL = (blob) => { resolve(blob); return make.call(URL, blob) } }))',
  )
  await app.click('.evidence-view .save')
  await app.waitFor('/find-on-1688-.*\\.html/.test(document.querySelector(".toast")?.innerText)', 20_000)
  return app.evaluate<string>('window.saved.then((blob) => blob.text())')
}
