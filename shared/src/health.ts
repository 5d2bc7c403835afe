import * as v from 'valibot'
import { PROVIDERS } from './provider.ts'

/** The answer of `GET /v1/health` if everything is set; a missing setting makes it a problem that names the setting. */
export const HealthSchema = v.object({
  status: v.picklist(['ok']),
  service: v.picklist(['find-on-1688']),
  version: v.string(),
  provider: v.picklist(PROVIDERS),
})
export type Health = v.InferOutput<typeof HealthSchema>
