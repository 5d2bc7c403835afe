import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { permissionFor } from '../picture/permission.ts'
import type { Source } from '../search/state.ts'
import { texts } from '../text/index.ts'

/** Offers to allow the one website that the picture comes from, unless it is allowed and refuses all the same. */
export function AllowHost({ source, look }: { source: Source; look: 'link' | 'quiet' }) {
  const t = texts()
  const wanted = permissionFor(source.addresses.at(-1) ?? '')
  const pattern = wanted?.pattern
  const [isMissing, setMissing] = useState(false)
  useEffect(() => {
    if (!pattern) return
    browser.permissions.contains({ origins: [pattern] }).then((has) => setMissing(!has))
  }, [pattern])
  if (!wanted || !isMissing) return null
  // The background hears of it and reads the picture again: a popup may be closed by the browser's own question.
  const allow = () => browser.permissions.request({ origins: [wanted.pattern] }).catch(() => {})
  return (
    <button type="button" class={`${look} allow`} title={t.allowHostWhy} onClick={allow}>
      {t.allowHost(wanted.host)}
    </button>
  )
}
