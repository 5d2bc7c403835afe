import { afterFirstPaint } from '../../ui/shell/after-first-paint.ts'
import '../../ui/shell/base.css'
import '../../ui/shell/app.css'

/** Firefox knows it under this name, too. The app's own way to the browser is a part of the app, which is not there yet. */
declare const chrome: { i18n: { getUILanguage(): string } }

// A browser shows a popup once its page has loaded, and the page has loaded without what is imported like this.
afterFirstPaint(() => {
  import('../../ui/shell/mount.tsx').then(({ mount }) => mount('popup'))
  // The texts are asked for beside the app, which waits for them.
  if (chrome.i18n.getUILanguage().startsWith('zh')) import('../../i18n/zh.ts')
  else import('../../i18n/en.ts')
})
