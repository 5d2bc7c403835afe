/** @import { CheckResult, CheckedAnswer, CheckedDetails, EvidenceData } from '../types.ts' */

import { code, element, fill, image, list, section, time } from './dom.js'
import { renderChecks } from './render-checks.js'
import { renderAnswer } from './render-offers.js'

/** @typedef {EvidenceData['words']} Words */

/** @param {EvidenceData} data @param {CheckResult} checked */
export function renderReport(data, checked) {
  const { words, answers, workerAddress } = data
  const texts = answers.map(({ attestation }, index) => {
    const signed = checked.answers[index]?.signed
    return {
      attestation,
      digests: /** @type {[string, Node | undefined][]} */ ([
        [words.pictureDigest, signed?.imageSha256 ? code(signed.imageSha256) : undefined],
        [words.offersDigest, signed ? code(signed.offersSha256) : undefined],
      ]),
    }
  })
  return element(
    'main',
    {},
    element('h1', {}, words.title),
    renderStatus(words, checked),
    renderPrintButton(words),
    element('p', { class: 'printed' }, words.printed),
    renderSearch(data),
    renderChecks(words, checked),
    ...checked.answers.map((answer, index) => renderAnswer(data, index, answer)),
    renderProofs(data, checked.answers),
    renderIndependentCheck(words, workerAddress, checked.answers, texts),
    element('p', { class: 'made' }, fill(words.madeBy, { version: data.version })),
  )
}

/** @param {Words} words */
export function renderPrintButton(words) {
  const print = element('button', { type: 'button', class: 'print' }, words.print)
  print.addEventListener('click', () => window.print())
  return print
}

/** @param {Words} words @param {CheckResult | CheckResult<CheckedDetails>} checked */
export function renderStatus(words, { state, answers, changed }) {
  const holding = answers.filter((answer) => answer.state === 'holds').length
  const isKeyMissing = changed !== null && answers.some(({ signed, key }) => signed && !key)
  /** @type {Record<CheckResult['state'], [string | undefined, string | undefined]>} */
  const texts = {
    holds: [words.holds, words.holdsMore],
    changed: [words.changed, words.changedMore],
    rest_changed: [words.restChanged, words.restChangedMore],
    unsigned: holding > 0 ? [words.partly, words.partlyMore] : [words.unsigned, words.unsignedMore],
    unchecked: [words.unchecked, isKeyMissing ? words.keyMissing : words.uncheckedMore],
  }
  const [what, more] = texts[state]
  const attributes = { id: 'status', role: 'status', class: `status ${state}`, 'data-state': state }
  return element(
    'div',
    attributes,
    element('strong', {}, what),
    element('p', {}, fill(words.count ?? '', { holding, count: answers.length }), ' ', more),
  )
}

/** @param {EvidenceData} data */
function renderSearch({ words, answers, sent, found, foundAt, page, workerAddress }) {
  const { picture, why, file } = found
  const mode = answers.at(-1)?.mode
  return section(
    words.searched,
    element(
      'div',
      { class: 'pictures' },
      figure(image(sent, words.sent), words.sent),
      picture !== null && figure(image(picture, words.found), words.found),
    ),
    why !== null && element('p', {}, words.notFound, ' ', words.whyNotFound[why]),
    list([
      [words.kind, mode && (mode === 'same' ? words.same : words.similar)],
      [words.foundAt, foundAt !== null && time(Date.parse(foundAt))],
      [words.pageAddress, page?.address],
      [words.pageTitle, page?.title],
      [words.foundFile, file && fill(words.foundType, { type: file.type, bytes: file.bytes })],
      [words.foundDigest, file && code(file.sha256)],
      [words.proxy, workerAddress],
    ]),
  )
}

/** @param {Node | string} content @param {string} caption */
function figure(content, caption) {
  return element('figure', {}, content, element('figcaption', {}, caption))
}

/** @param {EvidenceData} data @param {CheckedAnswer[]} checked */
function renderProofs({ words, answers }, checked) {
  const isSigned = answers.some(({ attestation }) => attestation !== null)
  const proves = isSigned ? Object.values(words.provesList) : [words.provesNothing]
  const pictureLine = checked.some(({ signed }) => signed?.imageSha256 === null)
    ? [words.provesNoPicture]
    : []
  return element(
    'div',
    {},
    section(words.proves, renderLines([...proves, ...pictureLine])),
    section(words.notProves, renderLines(Object.values(words.notProvesList))),
  )
}

/** @param {string[]} lines */
export function renderLines(lines) {
  return element('ul', {}, ...lines.map((line) => element('li', {}, line)))
}

/**
 * @param {Words} words
 * @param {string} workerAddress
 * @param {(CheckedAnswer | CheckedDetails)[]} checked
 * @param {{ attestation: string | null, digests: [string, Node | undefined][] }[]} answers
 */
export function renderIndependentCheck(words, workerAddress, checked, answers) {
  const keys = new Map(checked.flatMap(({ key }) => (key ? [[key.kid, key.thumbprint]] : [])))
  const texts = answers.flatMap(({ attestation, digests }, index) =>
    attestation === null
      ? []
      : [
          element('h3', {}, fill(words.answerShort, { place: index + 1 })),
          list([...digests, [words.signedText, code(attestation)]]),
        ],
  )
  if (texts.length === 0) return null
  return section(
    words.own,
    element('p', {}, words.compare),
    element('p', {}, code(`${workerAddress.replace(/\/$/, '')}/v1/attestation-keys`)),
    ...[...keys].map(([kid, thumbprint]) =>
      list([
        [words.keyName, code(kid)],
        [words.thumbprint, code(thumbprint)],
      ]),
    ),
    element('p', {}, words.howOwn),
    ...texts,
  )
}
