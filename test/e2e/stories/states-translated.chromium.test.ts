import { isTranslated } from '../stage/checks.ts'
import { testStates } from '../stage/states.ts'

testStates({ language: 'en-XA' }, isTranslated)
