import { tellDecodingStories } from './decoding-stories.ts'

tellDecodingStories('chromium')
