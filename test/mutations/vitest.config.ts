import { defineConfig } from 'vitest/config'

export default defineConfig({ test: { name: 'mutations', include: ['*.test.ts'] } })
