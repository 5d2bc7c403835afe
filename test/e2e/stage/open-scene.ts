import type { View } from '../browser/driver.ts'
import { until } from '../browser/wait.ts'
import { OFFER, storage } from './page.ts'
import { type Base, type Json, offersOf, type Scene } from './scenes/scene.ts'
import type { Stage } from './stage.ts'

/** Allows the one host that all pictures come from, with the button for it. */
export async function allowPhotos(stage: Stage): Promise<void> {
  const { tab, popup } = await stage.search('main')
  await popup.waitFor('document.querySelector(".allow-photos .grant-host")')
  await popup.click('.allow-photos .grant-host')
  await stage.driver.acceptQuestion()
  await until('the host to be allowed', () =>
    stage.driver.background<boolean>(
      `(globalThis.browser ?? chrome).permissions.contains({ origins: ['http://127.0.0.1/*'] })`,
    ),
  )
  // The searched picture comes from that host, too, so it is read and searched again.
  await untilSaved(stage, "sent.how === 'original'")
  // The question closes the popup, and the answer brings it back, unless the window is without focus for too long: another story's matter.
  await until('the popup to be back', stage.driver.hasPopup, { timeoutMs: 15_000 }).catch(() => false)
  await closeForGood(stage)
  await tab.close()
}

/** Longer than the background looks at a popup that it has opened. */
const REOPENS_WITHIN_MS = 4000

/** One that closes just after it has come back is taken for closed by the browser, and comes back once more. */
async function closeForGood({ driver }: Stage): Promise<void> {
  await until('the popup to stay closed', async () => {
    if (await driver.hasPopup()) await (await driver.popup()).close()
    await new Promise((resolve) => setTimeout(resolve, REOPENS_WITHIN_MS))
    return !(await driver.hasPopup())
  })
}

/** Waits for the last thing that is written about a search: what came later would overwrite a scene. */
export async function untilSaved(stage: Stage, condition = 'true'): Promise<void> {
  await until('the search to be saved', () =>
    stage.driver.background<boolean>(
      `${storage('session')}.get(['search', 'sent']).then(({ search, sent }) =>
        sent.searchId === search.id && search.lists[search.mode]?.state === 'done' &&
        search.isKept && search.listing !== undefined && ${condition})`,
    ),
  )
}

/** One real search with its picture and a saved offer, for scenes to show. */
export async function makeBase(stage: Stage): Promise<Base> {
  const { tab, popup } = await stage.search('main')
  await popup.waitFor(`document.querySelector('${OFFER}')`)
  await popup.click('.offer .save')
  await popup.waitFor('document.querySelector(".toast .undo")')
  await untilSaved(stage)
  await popup.close()
  await tab.close()
  const base = await stage.driver.background<Base>(`${storage('session')}.get(['search', 'sent'])`)
  const other = stage.sandbox.shop.pictures.find(({ story }) => story === 'teddy-cors')
  const photos = offersOf(base)
    .slice(0, 5)
    .map(async ({ imageUrl }) => dataUrlOf(Buffer.from(await (await fetch(`${imageUrl}`)).arrayBuffer())))
  return { ...base, photos: await Promise.all(photos), otherPhoto: dataUrlOf(other?.bytes ?? Buffer.of()) }
}

const dataUrlOf = (jpeg: Buffer) => `data:image/jpeg;base64,${jpeg.toString('base64')}`

export async function setLocal(stage: Stage, values: Json): Promise<void> {
  await stage.driver.background(`${storage('local')}.set(${JSON.stringify(values)})`)
}

export async function setSession(stage: Stage, values: Json): Promise<void> {
  await stage.driver.background(`${storage('session')}.set(${JSON.stringify(values)})`)
}

/** Puts the app into a scene, and opens it. */
export async function openScene(stage: Stage, scene: Scene, base: Base): Promise<View> {
  const session = {
    search: base.search,
    sent: base.sent,
    compared: [],
    comparedProduct: null,
    hiddenCompared: [],
    productFigures: null,
    sale: null,
    ...scene.session?.(base),
  }
  await stage.driver.background(`(async () => {
    await ${storage('local')}.remove(['habits', 'proxy', 'assumptions'])
    await ${storage('local')}.set(${JSON.stringify(scene.local ?? {})})
    await ${storage('session')}.set(${JSON.stringify(session)})
  })()`)
  const { openIn } = scene
  const route = (typeof scene.route === 'function' ? scene.route(base) : scene.route) ?? 'results'
  const view = openIn === 'popup' ? await stage.driver.openPopup() : await stage.openApp(route)
  if (openIn === 'popup' && scene.route) await view.evaluate(`void (location.hash = '${route}')`)
  await view.waitFor(scene.until)
  await scene.act?.(view)
  return view
}
