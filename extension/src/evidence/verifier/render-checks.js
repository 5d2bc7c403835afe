/** @import { CheckResult, EvidenceData, PartStatus } from '../types.ts' */
import { element, fill, section } from './dom.js'

/**
 * What was checked by signature, a row an answer, and what by checksum.
 *
 * @param {EvidenceData['words']} words
 * @param {CheckResult} checked
 */
export function renderChecks(words, { answers, changed }) {
  const columns = [words.signature, words.signedQuery, words.offersChecked, words.pictureChecked]
  const states = answers.map(({ signature, query, offers, picture }) => [signature, query, offers, picture])
  return renderCheckTables(words, columns, states, changed)
}

/**
 * @param {EvidenceData['words']} words
 * @param {(string | undefined)[]} columns what is signed
 * @param {PartStatus[][]} answers the state of each
 * @param {CheckResult['changed']} changed
 */
export function renderCheckTables(words, columns, answers, changed) {
  const signed = answers.map((states, index) =>
    row(
      fill(words.answerShort, { place: index + 1 }),
      states.map((state) => [state, words.states[state]]),
    ),
  )
  const saved = Object.entries(words.parts).map(([part, name]) => {
    const state = changed === null ? 'unchecked' : changed.includes(part) ? 'changed' : 'holds'
    return row(name, [[state, state === 'holds' ? words.asSaved : words.states[state]]])
  })
  return section(
    words.checks,
    table(words.bySignature, columns, signed),
    table(words.byChecksum, [words.result], saved),
    element('p', {}, words.checksumMeans),
  )
}

/** @param {string} name @param {(string | undefined)[]} columns @param {Node[]} rows */
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
