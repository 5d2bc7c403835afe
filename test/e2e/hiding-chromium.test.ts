import { tellHidingStories } from './hiding-stories.ts'

tellHidingStories('chromium')
