import { afterFirstFrame } from '../../view/first-frame.ts'
import '../../view/base.css'
import '../../view/app.css'

/** Firefox knows it under this name, too. The app's own way to the browser is a part of the app, which is not there yet. */
declare const chrome: { i18n: { getUILanguage(): string } }

// A browser shows a popup once its page has loaded, and the page has loaded without what is imported like this.
afterFirstFrame(() => {
  import('../../view/mount.tsx').then(({ mount }) => mount('popup'))
  // The texts are asked for beside the app, which waits for them.
  if (chrome.i18n.getUILanguage().startsWith('zh')) import('../../text/zh.ts')
  else import('../../text/en.ts')
})
