import { tellGalleryStories } from './gallery-stories.ts'

tellGalleryStories('chromium')
