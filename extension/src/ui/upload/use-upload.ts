import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { texts } from '../../i18n/index.ts'
import { ask } from '../../model/messages.ts'
import type { Section } from '../state/route.ts'
import { type Brought, broughtIn } from './picture-from-transfer.ts'

export interface Bringing {
  /** Why what was brought last is of no use. */
  wrong: string
  take(brought: Brought | undefined): Promise<void>
}

/** Pictures may be pasted and dropped anywhere in the app. What is wrong with one is said where they are brought. */
export function useBringing(go: (section: Section) => void): Bringing {
  const t = texts()
  const [wrong, setWrong] = useState('')

  async function take(brought: Brought | undefined): Promise<void> {
    const why = await searchWith(brought)
    setWrong(why ?? '')
    go(why === undefined ? 'results' : 'bring')
  }

  async function searchWith(brought: Brought | undefined): Promise<string | undefined> {
    if (!brought) return t.nothingPasted
    if ('file' in brought) return (await import('./submit-file.ts')).give(brought.file)
    if (!/^(https?|data):/i.test(brought.address) || !URL.canParse(brought.address)) return t.notAddress
    const incognito = browser.extension.inIncognitoContext
    ask({ type: 'address', address: brought.address, incognito })
    return undefined
  }

  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      // Text that is pasted into a field is meant for the field.
      const isTyping = (event.target as Element | null)?.closest?.('input, textarea')
      if (isTyping && !event.clipboardData?.files.length) return
      event.preventDefault()
      take(event.clipboardData ? broughtIn(event.clipboardData) : undefined)
    }
    const drop = (event: DragEvent) => {
      event.preventDefault()
      if (event.type === 'drop') take(event.dataTransfer ? broughtIn(event.dataTransfer) : undefined)
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
