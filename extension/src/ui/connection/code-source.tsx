import { texts } from '../../i18n/index.ts'

/** Where a newcomer gets a connection code. */
export function CodeSource() {
  const t = texts()
  return (
    <details class="code-source">
      <summary>{t.noCode}</summary>
      <ul>
        <li>{t.noCodeAsk}</li>
        <li>{t.noCodeRun}</li>
      </ul>
    </details>
  )
}
