import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { texts } from '../../i18n/index.ts'
import { permissionFor } from '../../image/fetch.ts'
import type { Source } from '../../model/picture.ts'
import type { PhotoHost } from '../../photo-match/photo-host.ts'

type Look = 'link' | 'secondary'

/** Offers to allow the one website that the picture comes from, unless it is allowed and refuses all the same. */
export function GrantHost({ source, look }: { source: Source; look: Look }) {
  const t = texts()
  const wanted = permissionFor(source.addresses.at(-1) ?? '')
  const pattern = wanted?.pattern
  const [isMissing, setMissing] = useState(false)
  useEffect(() => {
    if (!pattern) return
    browser.permissions.contains({ origins: [pattern] }).then((has) => setMissing(!has))
  }, [pattern])
  return wanted && isMissing ? (
    <GrantHostButton wanted={wanted} look={look} label={t.allowHost(wanted.host)} why={t.allowHostWhy} />
  ) : null
}

/** Whoever needs it hears of it from the browser: a popup may be closed by the browser's own question. */
export function GrantHostButton(props: { wanted: PhotoHost; look: Look; label: string; why: string }) {
  const { wanted, look, label, why } = props
  const allow = () => browser.permissions.request({ origins: [wanted.pattern] }).catch(() => {})
  return (
    <button type="button" class={`${look} grant-host`} title={why} onClick={allow}>
      {label}
    </button>
  )
}
