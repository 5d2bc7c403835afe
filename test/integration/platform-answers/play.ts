import { PATHS, type Provider } from '@find-on-1688/shared'
import sharp from 'sharp'
import { issueClient } from '../../fakes/sandbox/index.ts'
import { type RunningWorker, startWorker } from '../../fakes/sandbox/worker.ts'
import type { Case } from './case.ts'
import { type ScriptedPlatform, startScriptedPlatform } from './platform.ts'

const ADMIN_TOKEN = 'admin-token-of-the-cases'
const APP_KEY = 4_000_000
export const APP = { appSecret: 'app-secret-of-cases', accessToken: 'access-token-of-cases' }

export interface Answered {
  status: number
  body: Record<string, unknown>
  text: string
}

/** The real worker in front of a scripted platform. */
export interface Stage {
  platform: ScriptedPlatform
  /** Searches with a picture that was never sent, or with the `last` one again. */
  search(request?: Pick<Case, 'address' | 'query'> & { last?: boolean }): Promise<Answered>
  offer(offerId: string, query?: string): Promise<Answered>
  doctor(): Promise<Answered>
  close(): Promise<void>
}

const jpeg = sharp({ create: { width: 800, height: 800, channels: 3, background: '#a33' } })
  .jpeg()
  .toBuffer()
let pictures = 0

/** The same pixels, with bytes of their own. */
async function picture(at: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await jpeg
  const number = new Uint8Array(new Uint32Array([at]).buffer)
  const comment = Uint8Array.from([0xff, 0xfe, 0, 6, ...number])
  return Uint8Array.from([...bytes.subarray(0, 2), ...comment, ...bytes.subarray(2)])
}

/** @param options `appKeys` is how many there are; each picture belongs to one of them */
export async function openStage(
  provider: Provider,
  { refreshToken, appKeys = 1 }: { refreshToken?: string; appKeys?: number } = {},
): Promise<Stage> {
  const apps = Array.from({ length: appKeys }, (_, at) => ({
    ...APP,
    appKey: String(APP_KEY + at),
    ...(refreshToken !== undefined && { refreshToken }),
  }))
  const platform = await startScriptedPlatform()
  const worker: RunningWorker = await startWorker({
    settings: {
      PROVIDER: provider,
      GATEWAY_URL: platform.url,
      MAX_QPS: '100',
      CACHE_SECONDS: '0',
      OFFER_CACHE_SECONDS: '0',
      ADMIN_TOKEN,
      APP_KEYS: JSON.stringify(apps),
    },
  })
  const { key } = await issueClient(worker.url, ADMIN_TOKEN, 'cases')
  const ask = async (path: string, init: RequestInit = {}, bearer = key): Promise<Answered> => {
    const headers = { Authorization: `Bearer ${bearer}`, ...init.headers }
    const response = await fetch(worker.url + path, { ...init, headers })
    const text = await response.text()
    return { status: response.status, body: JSON.parse(text), text }
  }
  return {
    platform,
    search: async ({ address, query = '', last = false } = {}) =>
      ask(PATHS.search + query, {
        method: 'POST',
        headers: { 'Content-Type': address === undefined ? 'image/jpeg' : 'application/json' },
        body:
          address === undefined
            ? last
              ? await picture(pictures)
              : await picture(++pictures)
            : JSON.stringify({ imageUrl: address }),
      }),
    offer: (offerId, query = '') => ask(`${PATHS.offers}/${offerId}${query}`),
    doctor: () => ask(PATHS.adminDoctor, {}, ADMIN_TOKEN),
    close: async () => {
      await Promise.all([worker.close(), platform.close()])
    },
  }
}

export function play(stage: Stage, { platform, offerId, address, query }: Case): Promise<Answered> {
  stage.platform.play(platform)
  return offerId === undefined
    ? stage.search({ ...(address !== undefined && { address }), ...(query !== undefined && { query }) })
    : stage.offer(offerId, query)
}
