import type { CheckResult } from '../../evidence/types.ts'
import { joinSentences, texts } from '../../i18n/index.ts'
import type { Failure } from '../../model/failure.ts'

/** What a file will say of itself, before it is saved. */
export function stateText({ state, answers }: CheckResult, keysFailure: Failure | undefined): string {
  const t = texts()
  const holding = answers.filter((answer) => answer.state === 'holds').length
  switch (state) {
    case 'holds':
      return t.evidence.allSigned(holding)
    case 'unsigned':
      return holding > 0 ? t.evidence.partlySigned(holding, answers.length) : t.evidence.unsigned
    case 'changed':
    case 'rest_changed':
      return t.evidence.changed
    case 'unchecked': {
      const why = keysFailure ? t.failures[keysFailure.code].title : t.evidence.uncheckable
      return joinSentences(why, t.evidence.uncheckedNote)
    }
  }
}
