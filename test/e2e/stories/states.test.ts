import { inject } from 'vitest'
import { isAccessible } from '../stage/checks.ts'
import { testStates } from '../stage/states.ts'

testStates({ colorScheme: inject('browser') === 'firefox' ? 'dark' : 'light' }, isAccessible)
