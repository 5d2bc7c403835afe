import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { failureOf } from '../failure.ts'
import { readGiven } from '../picture/ladder.ts'
import { pictureLimit } from '../proxy/picture-limit.ts'
import { ask } from '../search/messages.ts'
import { texts } from '../text/index.ts'
import { type Brought, broughtIn } from './brought.ts'

/** Paste, drop, a file or an address: the ways to a picture that is on no page. */
export function Bring() {
  const t = texts()
  const [address, setAddress] = useState('')
  const [wrong, setWrong] = useState('')

  async function take(brought: Brought | undefined): Promise<void> {
    setWrong('')
    if (!brought) return setWrong(t.nothingPasted)
    if ('address' in brought) return ask({ type: 'address', address: brought.address })
    try {
      const picture = await readGiven(brought.file, await pictureLimit())
      ask({ type: 'given', picture, incognito: browser.extension.inIncognitoContext })
    } catch (error) {
      const { code, detail } = failureOf(error)
      setWrong([t.failures[code].what, t.failures[code].next, detail].filter(Boolean).join(' '))
    }
  }

  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      // Text that is pasted into the field is meant for the field.
      if (event.target instanceof HTMLInputElement && !event.clipboardData?.files.length) return
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

  function submit(event: Event) {
    event.preventDefault()
    const url = URL.parse(address.trim())
    if (!url || !/^(https?|data):$/.test(url.protocol)) return setWrong(t.notAddress)
    take({ address: url.href })
  }

  return (
    <section class="bring">
      <h1>{t.bringTitle}</h1>
      <p>
        {t.bringText}{' '}
        <label class="file">
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
      <form onSubmit={submit}>
        <input
          type="text"
          inputMode="url"
          aria-label={t.pictureAddress}
          placeholder={`${t.pictureAddress}: https://…`}
          value={address}
          spellcheck={false}
          onInput={({ currentTarget }) => setAddress(currentTarget.value)}
        />
        <button type="submit" class="quiet">
          {t.searchAddress}
        </button>
      </form>
      <p class="wrong" role="alert">
        {wrong}
      </p>
    </section>
  )
}
