import type { AttestationKeys, Offer } from '@find-on-1688/shared'
import { useContext, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { getAttestationKeys } from '../../api/get-attestation-keys.ts'
import { buildEvidenceFile, checkEvidence, loadEvidenceTexts } from '../../evidence/evidence-file.ts'
import { acquiredFrom, answersOf, sourcePictureOf } from '../../evidence/evidence-input.ts'
import { type OfferPictures, readOfferPictures } from '../../evidence/offer-pictures.ts'
import type { EvidenceTexts } from '../../evidence/texts-en.ts'
import type { CheckResult, EvidenceInput, SourcePicture } from '../../evidence/types.ts'
import { fileName } from '../../export/file-name.ts'
import { isChinese, pseudoIfTested } from '../../i18n/index.ts'
import { type Failure, failureOf } from '../../model/failure.ts'
import type { SentPicture } from '../../model/picture.ts'
import type { ResultList, Search } from '../../model/search.ts'
import { type ProxySettings, sourceFileItem } from '../../model/stored-items.ts'
import type { OfferPhotoVerdict } from '../../photo-match/verdicts.ts'
import { download } from '../components/download.ts'
import { VerdictsContext } from '../photo-match/photo-match-context.tsx'
import { verdictText } from '../photo-match/verdict-text.ts'
import { useStored } from '../state/use-stored.ts'

/** Of the whole file; its own script, style and texts are about forty thousand of them. */
const MAX_CHARACTERS = 12_000_000
const OWN_CHARACTERS = 60_000

/** The public keys; `null` with a failure if they could not be loaded. */
interface Keys {
  keys: AttestationKeys | null
  failure?: Failure
}

export interface Evidence {
  /** Every offer once, in the order of the answers. */
  offers: Offer[]
  answers: number
  /** What the file will say about its signatures; missing until the keys are loaded. */
  checked: CheckResult | undefined
  keysFailure: Failure | undefined
  sourcePicture: SourcePicture | undefined
  words: EvidenceTexts | undefined
  /** How many offers' pictures have been read so far, while the file is being saved. */
  picturesRead: number | undefined
  /** The pictures of the last saved file. */
  savedPictures: OfferPictures | undefined
  /** Saves the file and returns its name; `undefined` if it is being saved already. */
  save(includesPage: boolean): Promise<string | undefined>
}

/** Only verdicts on the first photo: the file contains no other. */
export function isIncluded({ kind, photo }: OfferPhotoVerdict): boolean {
  return kind !== 'not-checked' && photo === undefined
}

/** What an evidence file contains, and what it will say. */
export function useEvidence(
  search: Search,
  list: ResultList,
  sent: SentPicture,
  proxy: ProxySettings,
): Evidence {
  const language = isChinese() ? 'zh' : 'en'
  const verdicts = useContext(VerdictsContext)
  const storedFile = useStored(sourceFileItem)
  const [keys, setKeys] = useState<Keys>()
  const [sourcePicture, setSourcePicture] = useState<SourcePicture>()
  const [words, setWords] = useState<EvidenceTexts>()
  const [checked, setChecked] = useState<CheckResult>()
  const [picturesRead, setPicturesRead] = useState<number>()
  const [savedPictures, setSavedPictures] = useState<OfferPictures>()
  const abort = useRef(new AbortController())
  const answers = useMemo(() => answersOf(list), [list])
  const offers = useMemo(
    () => [...new Map(answers.flatMap((one) => one.offers.map((offer) => [offer.offerId, offer]))).values()],
    [answers],
  )

  useEffect(() => {
    loadEvidenceTexts(language).then(pseudoIfTested).then(setWords)
    return () => abort.current.abort()
  }, [])
  useEffect(() => void loadKeys(), [proxy.address])
  useEffect(() => {
    if (storedFile !== undefined) sourcePictureOf(sent, storedFile).then(setSourcePicture)
  }, [sent, storedFile])
  useEffect(() => {
    if (sourcePicture && keys) checkEvidence(inputWith(sourcePicture, keys.keys)).then(setChecked)
  }, [sourcePicture, keys, answers])

  async function loadKeys(): Promise<Keys> {
    const loaded = await getAttestationKeys(abort.current.signal, proxy).then(
      (set): Keys => ({ keys: set }),
      (error: unknown): Keys => ({ keys: null, failure: failureOf(error) }),
    )
    setKeys(loaded)
    return loaded
  }

  function inputWith(picture: SourcePicture, loadedKeys: AttestationKeys | null): EvidenceInput {
    const included = Object.entries(verdicts)
      .filter(([, verdict]) => isIncluded(verdict))
      .map(([offerId, verdict]) => {
        const { kind, method } = verdict
        return [offerId, { kind, words: verdictText(verdict), method }]
      })
    return {
      language,
      version: browser.runtime.getManifest().version,
      sent: sent.dataUrl,
      found: picture,
      foundAt: null,
      page: null,
      answers,
      keys: loadedKeys,
      workerAddress: proxy.address,
      offerPictures: {},
      verdicts: included.length > 0 ? Object.fromEntries(included) : null,
    }
  }

  async function save(includesPage: boolean): Promise<string | undefined> {
    if (picturesRead !== undefined || !sourcePicture) return undefined
    setPicturesRead(0)
    try {
      const { signal } = abort.current
      const loadedKeys = keys?.keys ? keys : await loadKeys()
      const input = {
        ...inputWith(sourcePicture, loadedKeys.keys),
        ...(includesPage && acquiredFrom(search)),
      }
      const charactersLeft = MAX_CHARACTERS - OWN_CHARACTERS - JSON.stringify(input).length
      const pictures = await readOfferPictures(signal, offers, charactersLeft, setPicturesRead)
      const file = await buildEvidenceFile({ ...input, offerPictures: pictures.pictures })
      const name = fileName('html', new Date())
      download(new Blob([file], { type: 'text/html' }), name)
      setSavedPictures(pictures)
      return name
    } finally {
      setPicturesRead(undefined)
    }
  }

  return {
    offers,
    answers: answers.length,
    checked,
    keysFailure: keys?.failure,
    sourcePicture,
    words,
    picturesRead,
    savedPictures,
    save,
  }
}
