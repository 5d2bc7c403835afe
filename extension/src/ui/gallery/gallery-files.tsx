import { useState } from 'preact/hooks'
import { texts } from '../../i18n/index.ts'
import { useApp } from '../state/app-context.tsx'
import { openInTab } from '../state/surface.ts'

/** A person's own photos of the product. A popup would be gone with the browser's own question for files. */
export function GalleryFiles({ most }: { most: number }) {
  const t = texts()
  const { surface, navigate } = useApp()
  const [wrong, setWrong] = useState('')
  if (surface === 'popup')
    return (
      <button type="button" class="secondary" onClick={() => openInTab('gallery')}>
        {t.addFiles}…
      </button>
    )
  const add = async (files: File[]) => {
    const { submitAdditionalFile } = await import('../upload/submit-file.ts')
    const faults: (string | undefined)[] = []
    for (const file of files.slice(0, most)) faults.push(await submitAdditionalFile(file))
    const told = faults.filter((fault) => fault !== undefined)
    setWrong(told.join(' '))
    if (told.length === 0) navigate('results')
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
            // The same file may be chosen again.
            currentTarget.value = ''
          }}
        />
      </label>
      <span class="error" role="alert">
        {wrong}
      </span>
    </>
  )
}
