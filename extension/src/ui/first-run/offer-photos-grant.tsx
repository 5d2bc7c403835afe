import { useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { texts } from '../../i18n/index.ts'
import { OFFER_PHOTOS } from '../../photo-match/photo-host.ts'
import { GrantHostButton } from '../components/grant-host-button.tsx'
import { usePermissionChanges } from '../state/use-permission-changes.ts'

/** Asks once for the website of 1688's pictures: with it, each offer's photo is compared with the searched one. */
export function OfferPhotosGrant() {
  const t = texts()
  const [isGranted, setGranted] = useState<boolean>()
  usePermissionChanges(() =>
    browser.permissions.contains({ origins: [OFFER_PHOTOS.pattern] }).then(setGranted),
  )
  return (
    <div class="choice-group offer-photos">
      <h3>{t.offerPhotosQuestion}</h3>
      <p>{t.offerPhotosWhy}</p>
      <p class="answer" role="status">
        {isGranted && t.offerPhotosAllowed}
      </p>
      {isGranted === false && (
        <GrantHostButton
          host={OFFER_PHOTOS}
          variant="secondary"
          label={t.allowOfferPhotos(OFFER_PHOTOS.host)}
          tooltip={t.allowHostUndo}
        />
      )}
    </div>
  )
}
