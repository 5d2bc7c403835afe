/** @import { Checked, EvidenceData, PartState } from '../evidence.ts' */
import { element, fill, image, list, section, time } from './element.js'
import { showOffers } from './offers.js'

/** @param {EvidenceData} data @param {Checked} checked */
export function showReport(data, checked) {
  const { words } = data
  return element(
    'main',
    {},
    element('h1', {}, words.title),
    showStatus(words, checked.state),
    showSearch(data, checked),
    showChecks(words, checked),
    showOffers(data),
    showMeaning(data, checked),
    showOwnCheck(data, checked),
    element('p', { class: 'made' }, fill(words.madeBy, { version: data.version })),
  )
}

/** @param {EvidenceData['words']} words @param {Checked['state']} state */
function showStatus(words, state) {
  /** @type {Record<Checked['state'], [string, string]>} */
  const texts = {
    holds: [words.holds, words.holdsMore],
    changed: [words.changed, words.changedMore],
    rest_changed: [words.restChanged, words.restChangedMore],
    unsigned: [words.unsigned, words.unsignedMore],
    unchecked: [words.unchecked, words.uncheckedMore],
  }
  const [what, more] = texts[state]
  const attributes = { id: 'status', role: 'status', class: `status ${state}`, 'data-state': state }
  return element('div', attributes, element('strong', {}, what), element('p', {}, more))
}

/** @param {EvidenceData} data @param {Checked} checked */
function showSearch({ words, answer, sent, found, foundAt, page, workerAddress }, { signed, signature }) {
  const query = signed?.query ?? { mode: answer.mode, ...answer.query }
  const { mode, ...rest } = query
  return section(
    words.searched,
    element(
      'div',
      { class: 'pictures' },
      figure(image(sent, words.sent), words.sent),
      found !== null && figure(image(found, words.found), words.found),
    ),
    list([
      [signature === 'holds' ? words.signedAt : words.claimedAt, signed && time(signed.iat * 1000)],
      [words.foundAt, time(Date.parse(foundAt))],
      [words.kind, mode === 'same' ? words.same : words.similar],
      [
        words.query,
        Object.entries(rest)
          .map(([name, value]) => `${name}: ${value}`)
          .join(', '),
      ],
      [words.provider, signed?.provider ?? answer.provider],
      [words.searchId, signed?.searchId ?? answer.searchId],
      [words.proxy, workerAddress],
      [words.pageAddress, page?.address],
      [words.pageTitle, page?.title],
    ]),
  )
}

/** @param {Node | string} content @param {string} caption */
function figure(content, caption) {
  return element('figure', {}, content, element('figcaption', {}, caption))
}

/** @param {EvidenceData['words']} words @param {Checked} checked */
function showChecks(words, { signature, query, offers, picture, changed }) {
  /** @type {[string, PartState][]} */
  const signed = [
    [words.signature, signature],
    [words.signedQuery, query],
    [words.offersChecked, offers],
    [words.pictureChecked, picture],
  ]
  const saved = Object.entries(words.parts).map(([part, name]) => {
    const state = changed === null ? 'unchecked' : changed.includes(part) ? 'changed' : 'holds'
    return row(name, words.byChecksum, state, state === 'holds' ? words.asSaved : (words.states[state] ?? ''))
  })
  const heads = [words.part, words.cover, words.result].map((name) => element('th', { scope: 'col' }, name))
  const rows = signed.map(([name, state]) => row(name, words.bySignature, state, words.states[state] ?? ''))
  return section(
    words.checks,
    element(
      'table',
      {},
      element('thead', {}, element('tr', {}, ...heads)),
      element('tbody', {}, ...rows, ...saved),
    ),
    element('p', {}, words.checksumMeans),
  )
}

/** @param {string} name @param {string} cover @param {PartState} state @param {string} text */
function row(name, cover, state, text) {
  const cells = [element('td', {}, cover), element('td', { class: state }, text)]
  return element('tr', {}, element('th', { scope: 'row' }, name), ...cells)
}

/** @param {EvidenceData} data @param {Checked} checked */
function showMeaning({ words, answer }, { signed }) {
  const isSigned = answer.attestation !== null
  const proves = isSigned ? Object.values(words.provesList) : [words.provesNothing]
  const pictureLine = signed?.imageSha256 === null ? [words.provesNoPicture] : []
  const items = (/** @type {string[]} */ lines) =>
    element('ul', {}, ...lines.map((line) => element('li', {}, line)))
  return element(
    'div',
    {},
    section(words.proves, items([...proves, ...pictureLine])),
    section(words.notProves, items(Object.values(words.notProvesList))),
  )
}

/** @param {EvidenceData} data @param {Checked} checked */
function showOwnCheck({ words, answer, workerAddress }, { key, signed }) {
  if (answer.attestation === null) return null
  return section(
    words.own,
    element('p', {}, words.compare),
    element('p', {}, element('code', {}, `${workerAddress.replace(/\/$/, '')}/v1/attestation-keys`)),
    list([
      [words.keyName, key && element('code', {}, key.kid)],
      [words.thumbprint, key && element('code', { id: 'thumbprint' }, key.thumbprint)],
      [words.pictureDigest, signed?.imageSha256 && element('code', {}, signed.imageSha256)],
      [words.offersDigest, signed && element('code', {}, signed.offersSha256)],
      [words.signedText, element('code', {}, answer.attestation)],
    ]),
    element('p', {}, words.howOwn),
  )
}
