import { createHash } from 'node:crypto'
import { cp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface Extension {
  dir: string
  popup: string
  /** Firefox's id; Chromium derives its own. */
  geckoId: string
}

interface Manifest {
  default_locale?: string
  action?: { default_popup?: string }
  background?: { service_worker?: string; scripts?: string[] }
  browser_specific_settings?: { gecko?: { id?: string } }
}

/** Copies the built extension, so that a rebuild does not change it under the browser. */
export async function copyExtension(from: string, to: string, language: 'en' | 'zh'): Promise<Extension> {
  await cp(from, to, { recursive: true })
  const dir = await realpath(to)
  const manifest: Manifest = JSON.parse(await readFile(join(dir, 'manifest.json'), 'utf8'))
  if (language === 'zh') await speakChinese(dir, manifest)
  return {
    dir,
    popup: manifest.action?.default_popup ?? 'popup.html',
    geckoId: manifest.browser_specific_settings?.gecko?.id ?? '',
  }
}

const chineseInterface = `for (const api of [globalThis.chrome, globalThis.browser])
  if (api?.i18n) Object.defineProperty(api.i18n, 'getUILanguage', { value: () => 'zh-CN', configurable: true })
`

/**
 * Debian's browsers come in English only and take no other language by a flag. So the copy loses its English
 * texts, and where it asks for the browser's language it hears Chinese.
 */
async function speakChinese(dir: string, manifest: Manifest): Promise<void> {
  if (manifest.default_locale) {
    for (const locale of ['en', 'en_US'])
      await rm(join(dir, '_locales', locale), { recursive: true, force: true })
    await writeFile(join(dir, 'manifest.json'), JSON.stringify({ ...manifest, default_locale: 'zh_CN' }))
  }
  await writeFile(join(dir, 'chinese-interface.js'), chineseInterface)
  for (const name of await readdir(dir)) {
    if (name.endsWith('.html')) {
      await rewrite(join(dir, name), (html) =>
        html.replace('<script', '<script src="/chinese-interface.js"></script><script'),
      )
    }
  }
  const background = manifest.background?.service_worker ?? manifest.background?.scripts?.[0]
  if (background) await rewrite(join(dir, background), (script) => chineseInterface + script)
}

async function rewrite(file: string, change: (text: string) => string): Promise<void> {
  await writeFile(file, change(await readFile(file, 'utf8')))
}

/** Chromium names an unpacked extension without a key after the hash of its folder, in the letters a to p. */
export function chromiumId(dir: string): string {
  const hex = createHash('sha256').update(dir).digest('hex').slice(0, 32)
  return hex.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))
}
