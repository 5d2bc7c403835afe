import { useState } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import { useApp } from '../state/app-context.tsx'
import { openInTab } from '../state/surface.ts'

/** Adds photos from files. Not in a popup, which the browser's file dialog would close. */
export function GalleryFiles({ maxPhotos }: { maxPhotos: number }) {
  const t = texts()
  const { surface, navigate } = useApp()
  const [error, setError] = useState('')
  if (surface === 'popup')
    return (
      <button type="button" class="secondary" onClick={() => openInTab('gallery')}>
        {t.addFiles}…
      </button>
    )
  const add = async (files: File[]) => {
    const { submitAdditionalFile } = await import('../upload/submit-file.ts')
    const results: (string | undefined)[] = []
    for (const file of files.slice(0, maxPhotos)) results.push(await submitAdditionalFile(file))
    const errors = results.filter((result) => result !== undefined)
    setError(errors.join(' '))
    if (errors.length === 0) navigate('results')
  }
  return (
    <>
      <label class="file-input">
        {t.addFiles}
        <input
          type="file"
          accept="image/*"
          multiple
          onChange={({ currentTarget }) => {
            const files = [...(currentTarget.files ?? [])]
            if (files.length > 0) add(files)
            // So that the same file can be chosen again.
            currentTarget.value = ''
          }}
        />
      </label>
      <span class="error" role="alert">
        {error}
      </span>
    </>
  )
}
