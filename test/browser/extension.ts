import { createHash } from 'node:crypto'
import { cp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface Extension {
  dir: string
  popup: string
  /** Firefox's id; Chromium derives its own. */
  geckoId: string
}

/**
 * Copies the built extension. Debian's browsers have English only, so Chinese comes by taking the English texts away:
 * everything that asks the browser for a message then gets the Chinese one.
 */
export async function copyExtension(from: string, to: string, language: 'en' | 'zh'): Promise<Extension> {
  await cp(from, to, { recursive: true })
  const dir = await realpath(to)
  const file = join(dir, 'manifest.json')
  const manifest = JSON.parse(await readFile(file, 'utf8'))
  if (language === 'zh' && manifest.default_locale) {
    for (const locale of ['en', 'en_US'])
      await rm(join(dir, '_locales', locale), { recursive: true, force: true })
    await writeFile(file, JSON.stringify({ ...manifest, default_locale: 'zh_CN' }))
  }
  return {
    dir,
    popup: manifest.action?.default_popup ?? 'popup.html',
    geckoId: manifest.browser_specific_settings?.gecko?.id ?? '',
  }
}

/** Chromium names an unpacked extension without a key after the hash of its folder, in the letters a to p. */
export function chromiumId(dir: string): string {
  const hex = createHash('sha256').update(dir).digest('hex').slice(0, 32)
  return hex.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))
}
