import type { View } from '../browser/driver.ts'
import { chooseInMenu, OFFER_COUNT, savedFile, watchSaving } from './page.ts'
import type { Stage } from './stage.ts'

/** Opens “Save evidence” from the menu, for the current search with a second page of offers. */
export async function openEvidence(stage: Stage): Promise<View> {
  const app = await stage.openApp('results')
  await app.waitFor('document.querySelector(".load-more")')
  const loaded = await app.evaluate<number>(OFFER_COUNT)
  await app.evaluate('document.querySelector(".load-more").click()')
  await app.waitFor(`${OFFER_COUNT} > ${loaded}`)
  await app.waitFor(
    'document.querySelectorAll(".offer .verdict-badge, .offer .col-verdict .visually-hidden").length > 20',
  )
  await chooseInMenu(app, 'evidence')
  await app.waitFor('document.querySelector(".evidence-view .verdict.good")')
  return app
}

/** Saves the file as a user does, and returns it. */
export async function saveEvidence(app: View): Promise<string> {
  await watchSaving(app)
  await app.click('.evidence-view .save')
  await app.waitFor('/find-on-1688-.*\\.html/.test(document.querySelector(".toast")?.innerText)')
  return (await savedFile(app)).toString()
}
