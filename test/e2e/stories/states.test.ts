import { inject } from 'vitest'
import { isAccessible } from '../stage/checks.ts'
import { testStates } from '../stage/states.ts'

const isFirefox = inject('browser') === 'firefox'

testStates({ colorScheme: isFirefox ? 'dark' : 'light' }, isAccessible, isFirefox ? 8 : 2)
