import { tellStories } from './browser-stories.ts'

tellStories('firefox')
