import type { EvidenceTexts } from './texts-en.ts'

type OwnTexts = Pick<EvidenceTexts, 'title' | 'holdsMore' | 'provesList' | 'howOwn'> & {
  /** What `details` are. */
  details: string
  /** What happened between two answers. */
  between: string
}

/** What a file of an offer says otherwise than a search's. */
const OWN: Record<'en' | 'zh', OwnTexts> = {
  en: {
    title: 'Evidence of an offer on 1688',
    holdsMore:
      'Offer and time are exactly what the key below signed. This file cannot tell whether that key is the proxy’s: compare its thumbprint with the one that the proxy publishes.',
    details: 'Answers, as saved: how many, and their order',
    provesList: {
      answer:
        'That the holder of the key below returned, in each signed answer, exactly this about the offer, at the signed time.',
      time: 'When 1688 said so is part of what was signed. The proxy may have cached it for a while before it answered.',
    },
    between: 'What the offer was like between two answers.',
    howOwn:
      'Any tool for JSON Web Signatures (RFC 7515, Ed25519: RFC 8037) can check the signed text. It states the SHA-256 of the offer as canonical JSON (RFC 8785). The offer is in this file in full, in the block “evidence”: the “offer” in each of the “details”.',
  },
  zh: {
    title: '1688 货源证据',
    holdsMore:
      '货源和时间与下方密钥所签名的内容完全一致。该密钥是否属于该服务器，本文件无法判断：请将其指纹与服务器公布的指纹比对。',
    details: '返回结果的数量和顺序（按保存时）',
    provesList: {
      answer: '在每个已签名的返回结果中，下方密钥的持有者在签名所示时间，返回的正是该货源的这些内容。',
      time: '1688 提供的时间也在签名内容中；服务器返回之前，可能已缓存了一段时间。',
    },
    between: '两次返回结果之间，货源是什么样。',
    howOwn:
      '任何支持 JSON Web Signature（RFC 7515，Ed25519：RFC 8037）的工具都能校验签名文本。其中写有货源规范 JSON（RFC 8785）的 SHA-256；货源全文在本文件的“evidence”数据块中，即各个“details”里的“offer”。',
  },
}

/** The parts that a file of an offer has too, and what it does not prove either. */
const PARTS = ['keys', 'workerAddress', 'words', 'language', 'version', 'frame', 'text']
const NOT_PROVED = ['exists', 'platform', 'complete', 'key', 'law']

/** The texts of a file of an offer, from those of a search's. */
export function offerEvidenceTexts(ofSearch: EvidenceTexts, language: 'en' | 'zh'): EvidenceTexts {
  const { details, between, ...own } = OWN[language]
  return {
    ...ofSearch,
    ...own,
    parts: { details, ...pick(ofSearch.parts, PARTS) },
    notProvesList: { between, ...pick(ofSearch.notProvesList, NOT_PROVED) },
  }
}

function pick(texts: Record<string, string>, names: string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).filter(([name]) => names.includes(name)))
}
