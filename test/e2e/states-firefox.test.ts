import { isAccessible, tellStates } from './states-stories.ts'

tellStates('firefox', 'dark', { colorScheme: 'dark' }, isAccessible)
