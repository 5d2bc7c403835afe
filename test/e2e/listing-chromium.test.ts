import { tellListingStories } from './listing-stories.ts'

tellListingStories('chromium')
