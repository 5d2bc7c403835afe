import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { texts } from '../../i18n/index.ts'
import { permissionFor } from '../../image/fetch.ts'
import type { SentPicture, Source } from '../../model/picture.ts'
import { grantRequestItem } from '../../model/stored-items.ts'
import type { PhotoHost } from '../../photo-match/photo-host.ts'
import { useApp } from '../state/app-context.tsx'
import { currentHash } from '../state/route.ts'
import { gainTexts } from './grant-gain.ts'

type Variant = 'link' | 'primary' | 'secondary'

interface Props {
  source: Source
  variant: Variant
  /** A screenshot that the original would replace. */
  screenshot?: SentPicture
}

/** A button to allow the website of the picture; not shown if it is allowed already. */
export function GrantHost({ source, variant, screenshot }: Props) {
  const t = texts()
  const host = useMissingHost(source)
  if (!host) return null
  const shown = screenshot
    ? gainTexts(host.host, source, screenshot)
    : { label: t.allowHost(host.host), tooltip: t.allowHostWhy }
  return <GrantHostButton host={host} variant={variant} {...shown} />
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
  const { surface } = useApp()
  const allow = () => {
    // Without waiting: the request has to be made within the click.
    if (surface === 'popup') {
      const scrollTop = document.querySelector('.body')?.scrollTop ?? 0
      grantRequestItem.setValue({ route: currentHash(), scrollTop, at: Date.now() })
    }
    browser.permissions
      .request({ origins: [host.pattern] })
      .catch(() => {})
      .finally(() => grantRequestItem.setValue(null))
  }
  return (
    <button type="button" class={`${variant} grant-host`} title={tooltip} onClick={allow}>
      {label}
    </button>
  )
}
