import { isAccessible, isMirrored, isTranslated, tellStates } from './states-stories.ts'

tellStates('chromium', 'light', {}, isAccessible)
tellStates('chromium', 'half as long again', { language: 'en-XA' }, isTranslated)
tellStates('chromium', 'from right to left', { language: 'ar-XB' }, isMirrored)
