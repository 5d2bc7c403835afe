import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { texts } from '../../i18n/index.ts'
import { sendToBackground } from '../../model/messages.ts'
import type { Route } from '../state/route.ts'

export interface UploadState {
  /** Why what was brought last is of no use. */
  wrong: string
  take(brought: TransferredPicture | undefined): Promise<void>
}

/** Pictures may be pasted and dropped anywhere in the app. What is wrong with one is said where they are brought. */
export function useUpload(navigate: (route: Route) => void): UploadState {
  const t = texts()
  const [wrong, setWrong] = useState('')

  async function take(brought: TransferredPicture | undefined): Promise<void> {
    const why = await searchWith(brought)
    setWrong(why ?? '')
    navigate(why === undefined ? 'results' : 'upload')
  }

  async function searchWith(brought: TransferredPicture | undefined): Promise<string | undefined> {
    if (!brought) return t.noPicturePasted
    if ('file' in brought) return (await import('./submit-file.ts')).submitFile(brought.file)
    if (!/^(https?|data):/i.test(brought.address) || !URL.canParse(brought.address))
      return t.pictureUrlInvalid
    const incognito = browser.extension.inIncognitoContext
    sendToBackground({ type: 'address', address: brought.address, incognito })
    return undefined
  }

  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      // Text that is pasted into a field is meant for the field.
      const isTyping = (event.target as Element | null)?.closest?.('input, textarea')
      if (isTyping && !event.clipboardData?.files.length) return
      event.preventDefault()
      take(event.clipboardData ? pictureFromTransfer(event.clipboardData) : undefined)
    }
    const drop = (event: DragEvent) => {
      event.preventDefault()
      if (event.type === 'drop')
        take(event.dataTransfer ? pictureFromTransfer(event.dataTransfer) : undefined)
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
  return { wrong, take }
}

export type TransferredPicture = { file: Blob } | { address: string }

/** The picture in what was pasted or dropped: a file before an address, and of a copied page its first picture. */
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
