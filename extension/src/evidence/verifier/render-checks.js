/** @import { CheckResult, EvidenceData, PartStatus } from '../types.ts' */
import { element, fill, section } from './dom.js'

/**
 * What was checked by signature, a row an answer, and what by checksum.
 *
 * @param {EvidenceData['words']} words
 * @param {CheckResult} checked
 */
export function renderChecks(words, { answers, changed }) {
  const signed = answers.map(({ signature, query, offers, picture }, index) =>
    row(
      fill(words.answerShort, { place: index + 1 }),
      [signature, query, offers, picture].map((state) => [state, words.states[state]]),
    ),
  )
  const saved = Object.entries(words.parts).map(([part, name]) => {
    const state = changed === null ? 'unchecked' : changed.includes(part) ? 'changed' : 'holds'
    return row(name, [[state, state === 'holds' ? words.asSaved : words.states[state]]])
  })
  return section(
    words.checks,
    table(
      words.bySignature,
      [words.signature, words.signedQuery, words.offersChecked, words.pictureChecked],
      signed,
    ),
    table(words.byChecksum, [words.result], saved),
    element('p', {}, words.checksumMeans),
  )
}

/** @param {string} name @param {string[]} columns @param {Node[]} rows */
function table(name, columns, rows) {
  const heads = [name, ...columns].map((column) => element('th', { scope: 'col' }, column))
  return element(
    'table',
    {},
    element('thead', {}, element('tr', {}, ...heads)),
    element('tbody', {}, ...rows),
  )
}

/** @param {string} name @param {[PartStatus, string | undefined][]} states */
function row(name, states) {
  const cells = states.map(([state, text]) => element('td', { class: state }, text))
  return element('tr', {}, element('th', { scope: 'row' }, name), ...cells)
}
