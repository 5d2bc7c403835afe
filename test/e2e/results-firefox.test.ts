import { tellResultsStories } from './results-stories.ts'

tellResultsStories('firefox')
