import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { texts } from '../../i18n/index.ts'

/** Where the button is and how it stays in sight; nothing where it is in the toolbar, or where the browser does not say. */
export function PinHint() {
  const t = texts()
  const [isHidden, setHidden] = useState(false)
  useEffect(() => {
    const read = async () => {
      const settings = await browser.action.getUserSettings?.().catch(() => undefined)
      setHidden(settings?.isOnToolbar === false)
    }
    read()
    // Pinning takes the focus to the toolbar and back.
    window.addEventListener('focus', read)
    return () => window.removeEventListener('focus', read)
  }, [])
  return isHidden ? (
    <p class="pin-hint">{import.meta.env.FIREFOX ? t.pinHintFirefox : t.pinHintChrome}</p>
  ) : null
}
