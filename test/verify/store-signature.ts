import type { Files } from '../tools/unzip.ts'

/**
 * Files that a store adds when it signs a package. Firefox: https://wiki.mozilla.org/Add-ons/Extension_Signing. Chrome and Edge:
 * extensions/browser/verified_contents.h in Chromium.
 */
const ADDED = {
  firefox: ['cose.manifest', 'cose.sig', 'manifest.mf', 'mozilla.rsa', 'mozilla.sf'].map(
    (name) => `META-INF/${name}`,
  ),
  chrome: ['_metadata/verified_contents.json'],
}

/** Where Chrome and Edge look for updates; their stores write it into the manifest. */
const UPDATE_URLS = [
  'https://clients2.google.com/service/update2/crx',
  'https://edge.microsoft.com/extensionwebstorebase/v1/crx',
]

/**
 * The files as they were before a store signed them, and the names of what it added. Whether the signature is valid is for the
 * browser to say.
 */
export function withoutSignature(
  browser: keyof typeof ADDED,
  files: Files,
): { files: Files; signature: string[] } {
  const signature = ADDED[browser].filter((name) => files.has(name))
  if (signature.length === 0) return { files, signature }
  const ours = new Map([...files].filter(([name]) => !signature.includes(name)))
  const { update_url: updateUrl, ...manifest } = JSON.parse(`${ours.get('manifest.json')}`)
  if (browser === 'firefox' || !UPDATE_URLS.includes(updateUrl)) return { files: ours, signature }
  // As WXT writes it.
  ours.set('manifest.json', Buffer.from(JSON.stringify(manifest)))
  return { files: ours, signature: [...signature, 'update_url in manifest.json'] }
}
