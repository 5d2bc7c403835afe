import { isMirrored } from '../stage/checks.ts'
import { testStates } from '../stage/states.ts'

testStates({ language: 'ar-XB' }, isMirrored, 6)
