import { tellEvidenceStories } from './evidence-stories.ts'

tellEvidenceStories('firefox')
