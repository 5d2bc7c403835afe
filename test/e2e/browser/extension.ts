import { createHash } from 'node:crypto'
import { cp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Language } from './driver.ts'

export interface Extension {
  dir: string
  popup: string
  panel: string
  /** Firefox's id; Chromium derives its own. */
  geckoId: string
}

interface Manifest {
  default_locale?: string
  action?: { default_popup?: string }
  side_panel?: { default_path?: string }
  sidebar_action?: { default_panel?: string }
  background?: { service_worker?: string; scripts?: string[] }
  browser_specific_settings?: { gecko?: { id?: string } }
}

/** Copies the built extension, so that a rebuild does not change it under the browser. */
export async function copyExtension(from: string, to: string, language: Language): Promise<Extension> {
  await cp(from, to, { recursive: true })
  const dir = await realpath(to)
  const manifest: Manifest = JSON.parse(await readFile(join(dir, 'manifest.json'), 'utf8'))
  if (language === 'zh') await speakChinese(dir, manifest)
  if (language !== 'en') await pretendLanguage(dir, manifest, language === 'zh' ? 'zh-CN' : language)
  return {
    dir,
    popup: manifest.action?.default_popup ?? 'popup.html',
    panel: manifest.side_panel?.default_path ?? manifest.sidebar_action?.default_panel ?? 'sidepanel.html',
    geckoId: manifest.browser_specific_settings?.gecko?.id ?? '',
  }
}

/**
 * Debian's browsers come in English only, and no flag changes their language. So the copy drops its English texts and is
 * told that the browser's language is another.
 */
async function speakChinese(dir: string, manifest: Manifest): Promise<void> {
  if (!manifest.default_locale) return
  for (const locale of ['en', 'en_US'])
    await rm(join(dir, '_locales', locale), { recursive: true, force: true })
  await writeFile(join(dir, 'manifest.json'), JSON.stringify({ ...manifest, default_locale: 'zh_CN' }))
}

async function pretendLanguage(dir: string, manifest: Manifest, language: string): Promise<void> {
  const pretended = `for (const api of [globalThis.chrome, globalThis.browser])
  if (api?.i18n) Object.defineProperty(api.i18n, 'getUILanguage', { value: () => '${language}', configurable: true })
`
  await writeFile(join(dir, 'interface-language.js'), pretended)
  for (const name of await readdir(dir)) {
    if (name.endsWith('.html')) {
      await rewrite(join(dir, name), (html) =>
        html.replace('<script', '<script src="/interface-language.js"></script><script'),
      )
    }
  }
  const background = manifest.background?.service_worker ?? manifest.background?.scripts?.[0]
  if (background) await rewrite(join(dir, background), (script) => pretended + script)
}

/** What the address of a popup has once Chromium has shown it. */
export const SHOWN = '?shown'

/**
 * Has the popup say in its address that it is shown, which can be seen from outside. Chromium shows a popup when its
 * document has loaded, and one that is inspected by then gets a window of developer tools over everything else.
 */
export async function announceShown({ dir, popup }: Extension): Promise<void> {
  const announce = `addEventListener('load', () =>
  setTimeout(() => history.replaceState(history.state, '', '${SHOWN}' + location.hash)))
`
  await writeFile(join(dir, 'announce-shown.js'), announce)
  await rewrite(join(dir, popup), (html) =>
    html.replace('<script', '<script src="/announce-shown.js"></script><script'),
  )
}

async function rewrite(file: string, change: (text: string) => string): Promise<void> {
  await writeFile(file, change(await readFile(file, 'utf8')))
}

/** Chromium names an unpacked extension without a key after the hash of its folder, in the letters a to p. */
export function chromiumId(dir: string): string {
  const hex = createHash('sha256').update(dir).digest('hex').slice(0, 32)
  return hex.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))
}
