import { tellOwnPictureStories } from './own-picture-stories.ts'

tellOwnPictureStories('firefox')
