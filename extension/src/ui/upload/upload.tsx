import { useState } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import type { UploadState } from './use-upload.ts'

/** Paste, drop, a file or an address: the ways to a picture that is on no page. */
export function Upload({ wrong, take }: UploadState) {
  const t = texts()
  const [address, setAddress] = useState('')
  return (
    <section class="upload">
      <h1>{t.bringTitle}</h1>
      <p>
        {t.bringText}{' '}
        <label class="file-input">
          {t.openFile}
          <input
            type="file"
            accept="image/*"
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0]
              if (file) take({ file })
              // The same file may be chosen again.
              currentTarget.value = ''
            }}
          />
        </label>
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          take({ address: address.trim() })
        }}
      >
        <input
          type="text"
          inputMode="url"
          aria-label={t.pictureAddress}
          placeholder={`${t.pictureAddress}: https://…`}
          value={address}
          spellcheck={false}
          onInput={({ currentTarget }) => setAddress(currentTarget.value)}
        />
        <button type="submit" class="secondary">
          {t.searchAddress}
        </button>
      </form>
      <p class="error" role="alert">
        {wrong}
      </p>
    </section>
  )
}
