import { defineConfig } from 'vitest/config'

export default defineConfig({ test: { name: 'built', include: ['*.test.ts'] } })
