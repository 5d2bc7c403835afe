import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { texts } from '../../i18n/index.ts'
import { sendToBackground } from '../../model/messages.ts'
import type { Route } from '../state/route.ts'

export interface UploadState {
  /** Why the last picture cannot be searched; empty if it can. */
  error: string
  searchWith(picture: TransferredPicture | undefined): Promise<void>
}

/** Pictures can be pasted and dropped anywhere in the app. What is wrong with one is shown in the upload view. */
export function useUpload(navigate: (route: Route) => void): UploadState {
  const t = texts()
  const [error, setError] = useState('')

  async function searchWith(picture: TransferredPicture | undefined): Promise<void> {
    const fault = await send(picture)
    setError(fault ?? '')
    navigate(fault === undefined ? 'results' : 'upload')
  }

  async function send(picture: TransferredPicture | undefined): Promise<string | undefined> {
    if (!picture) return t.noPicturePasted
    if ('file' in picture) return (await import('./submit-file.ts')).submitFile(picture.file)
    if (!/^(https?|data):/i.test(picture.address) || !URL.canParse(picture.address))
      return t.pictureUrlInvalid
    const { address } = picture
    const { largerVersions } = await import('../../image-url/larger-versions.ts')
    const incognito = browser.extension.inIncognitoContext
    sendToBackground({ type: 'address', address, larger: largerVersions([address]), incognito })
    return undefined
  }

  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      // Text that is pasted into a field belongs there.
      const isField = (event.target as Element | null)?.closest?.('input, textarea')
      if (isField && !event.clipboardData?.files.length) return
      event.preventDefault()
      searchWith(event.clipboardData ? pictureFromTransfer(event.clipboardData) : undefined)
    }
    const drop = (event: DragEvent) => {
      event.preventDefault()
      if (event.type === 'drop')
        searchWith(event.dataTransfer ? pictureFromTransfer(event.dataTransfer) : undefined)
    }
    document.addEventListener('paste', paste)
    document.addEventListener('dragover', drop)
    document.addEventListener('drop', drop)
    return () => {
      document.removeEventListener('paste', paste)
      document.removeEventListener('dragover', drop)
      document.removeEventListener('drop', drop)
    }
  }, [])
  return { error, searchWith }
}

type TransferredPicture = { file: Blob } | { address: string }

/** The picture that was pasted or dropped: a file if there is one, else the first picture of copied HTML, else an address. */
function pictureFromTransfer(data: Pick<DataTransfer, 'files' | 'getData'>): TransferredPicture | undefined {
  const [file] = data.files
  if (file) return { file }
  const html = data.getData('text/html')
  const image =
    html && new DOMParser().parseFromString(html, 'text/html').querySelector('img')?.getAttribute('src')
  const text = data.getData('text/uri-list') || data.getData('text/plain')
  const address = [image, text].map((each) => each?.trim().split('\n')[0]).find(isAddress)
  return address ? { address } : undefined
}

function isAddress(text: string | undefined): text is string {
  return text !== undefined && /^(https?|data):/i.test(text) && URL.canParse(text)
}
