import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { texts } from '../../i18n/index.ts'
import { permissionFor } from '../../image/fetch.ts'
import type { Source } from '../../model/picture.ts'
import type { PhotoHost } from '../../photo-match/photo-host.ts'

type Variant = 'link' | 'secondary'

/** A button to allow the website of the picture; not shown if it is allowed already. */
export function GrantHost({ source, variant }: { source: Source; variant: Variant }) {
  const t = texts()
  const host = useMissingHost(source)
  return host ? (
    <GrantHostButton host={host} variant={variant} label={t.allowHost(host.host)} tooltip={t.allowHostWhy} />
  ) : null
}

/** The website of the picture, as long as it is not allowed. */
export function useMissingHost(source: Source): PhotoHost | undefined {
  const host = permissionFor(source.addresses.at(-1) ?? '')
  const [isMissing, setMissing] = useState(false)
  useEffect(() => {
    if (host) browser.permissions.contains({ origins: [host.pattern] }).then((has) => setMissing(!has))
  }, [host?.pattern])
  return isMissing ? host : undefined
}

/** The result comes as a browser event, not from the click: the permission prompt may close the popup. */
export function GrantHostButton(props: {
  host: PhotoHost
  variant: Variant
  label: string
  tooltip: string
}) {
  const { host, variant, label, tooltip } = props
  const allow = () => browser.permissions.request({ origins: [host.pattern] }).catch(() => {})
  return (
    <button type="button" class={`${variant} grant-host`} title={tooltip} onClick={allow}>
      {label}
    </button>
  )
}
