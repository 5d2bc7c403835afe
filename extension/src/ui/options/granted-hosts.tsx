import { useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { texts } from '../../i18n/index.ts'
import { usePermissionChanges } from '../state/use-permission-changes.ts'

/** The websites that have been allowed, each with a button to remove it. */
export function GrantedHosts() {
  const t = texts()
  const [patterns, setPatterns] = useState<string[]>([])
  const read = () => browser.permissions.getAll().then(({ origins = [] }) => setPatterns(origins))
  // Not every browser notifies the page that removed it.
  const remove = (pattern: string) => browser.permissions.remove({ origins: [pattern] }).then(read)
  usePermissionChanges(read)
  return (
    <section class="granted-hosts">
      <h2>{t.allowedHosts}</h2>
      {patterns.length === 0 && <p>{t.noAllowedHosts}</p>}
      <ul>
        {patterns.map((pattern) => (
          <li key={pattern}>
            <code>{pattern.replace(/\/\*$/, '')}</code>
            <button type="button" class="secondary" onClick={() => remove(pattern)}>
              {t.remove}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
