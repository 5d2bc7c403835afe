import { browser } from 'wxt/browser'
import { getAttestationKeys } from '../../api/get-attestation-keys.ts'
import { requireProxy } from '../../api/settings.ts'
import { buildOfferEvidenceFile } from '../../evidence/evidence-file.ts'
import type { EvidenceDetails } from '../../evidence/types.ts'
import { fileName } from '../../export/file-name.ts'
import { isChinese } from '../../i18n/index.ts'
import type { SignedOffer } from '../../model/watch.ts'
import { download } from '../components/download.ts'

/**
 * Saves what the proxy signed about an offer, the oldest first, as a file that shows and checks it. Without the proxy's keys
 * it can still be checked by whoever has them.
 *
 * @returns the file's name
 * @throws AppError `proxy_not_set`; TypeError if these are answers about different offers
 */
export async function saveOfferEvidence(answers: SignedOffer[]): Promise<string> {
  const proxy = await requireProxy()
  const keys = await getAttestationKeys(new AbortController().signal, proxy).catch(() => null)
  const file = await buildOfferEvidenceFile({
    language: isChinese() ? 'zh' : 'en',
    version: browser.runtime.getManifest().version,
    keys,
    workerAddress: proxy.address,
    // As they came: they were valid offers when they did.
    details: answers as EvidenceDetails[],
  })
  const name = fileName('html', new Date())
  download(new Blob([file], { type: 'text/html' }), name)
  return name
}
