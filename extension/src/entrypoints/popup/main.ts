import { afterFirstPaint } from '../../ui/shell/after-first-paint.ts'
import '../../ui/shell/base.css'
import '../../ui/shell/app.css'

/** Firefox has it under this name too. The app's own `browser` is loaded with the app, later. */
declare const chrome: { i18n: { getUILanguage(): string } }

// A browser shows a popup once its page has loaded, and dynamic imports do not delay that.
afterFirstPaint(() => {
  import('../../ui/shell/mount.tsx').then(({ mount }) => mount('popup'))
  // The app waits for the texts, so they are requested at the same time.
  const language = localStorage.getItem('language') ?? chrome.i18n.getUILanguage()
  if (language.startsWith('zh')) import('../../i18n/zh.ts')
  else import('../../i18n/en.ts')
})
