import { useEffect } from 'preact/hooks'
import { browser } from 'wxt/browser'

/** Calls `read` at first, and again whenever a website is allowed or no longer allowed. */
export function usePermissionChanges(read: () => void): void {
  useEffect(() => {
    read()
    browser.permissions.onAdded.addListener(read)
    browser.permissions.onRemoved.addListener(read)
    return () => {
      browser.permissions.onAdded.removeListener(read)
      browser.permissions.onRemoved.removeListener(read)
    }
  }, [])
}
