import { tellHidingStories } from './hiding-stories.ts'

tellHidingStories('firefox')
