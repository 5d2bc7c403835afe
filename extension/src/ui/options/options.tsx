import { texts } from '../../i18n/index.ts'
import { CodeSource } from '../connection/code-source.tsx'
import { Connection } from '../connection/connection.tsx'
import { GrantedHosts } from './granted-hosts.tsx'
import { AskFirst, CurrencyField, DefaultQuantity, LanguageField, OpenInField } from './preference-fields.tsx'

/** The connection to the proxy, the preferences, and the websites that have been allowed. */
export function Options() {
  const t = texts()
  return (
    <main class="options">
      <h1>{t.name}</h1>
      <section>
        <h2>{t.connectionTitle}</h2>
        <p>{t.intro}</p>
        <Connection />
        <CodeSource />
      </section>
      <section>
        <h2>{t.preferences}</h2>
        <OpenInField />
        <DefaultQuantity />
        <CurrencyField />
        <LanguageField />
        <AskFirst />
      </section>
      <GrantedHosts />
      <p class="privacy">{t.privacyNote}</p>
    </main>
  )
}
