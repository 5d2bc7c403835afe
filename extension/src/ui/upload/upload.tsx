import { useState } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import type { UploadState } from './use-upload.ts'

/** For pictures that are on no page: paste, drop, a file or an address. */
export function Upload({ error, searchWith }: UploadState) {
  const t = texts()
  const [address, setAddress] = useState('')
  return (
    <section class="upload">
      <h1>{t.uploadTitle}</h1>
      <p>
        {t.uploadHint}{' '}
        <label class="file-input">
          {t.openFile}
          <input
            type="file"
            accept="image/*"
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0]
              if (file) searchWith({ file })
              // So that the same file can be chosen again.
              currentTarget.value = ''
            }}
          />
        </label>
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          searchWith({ address: address.trim() })
        }}
      >
        <input
          type="text"
          inputMode="url"
          aria-label={t.pictureUrl}
          placeholder={`${t.pictureUrl}: https://…`}
          value={address}
          spellcheck={false}
          onInput={({ currentTarget }) => setAddress(currentTarget.value)}
        />
        <button type="submit" class="secondary">
          {t.searchPictureUrl}
        </button>
      </form>
      <p class="error" role="alert">
        {error}
      </p>
    </section>
  )
}
