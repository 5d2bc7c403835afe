import { tellPhotoStories } from './photo-stories.ts'

tellPhotoStories('chromium')
