import { tellAreaStories } from './area-stories.ts'

tellAreaStories('chromium')
