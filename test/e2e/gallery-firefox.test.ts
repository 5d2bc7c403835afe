import { tellGalleryStories } from './gallery-stories.ts'

tellGalleryStories('firefox')
