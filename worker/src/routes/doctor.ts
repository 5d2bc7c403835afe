import { type Check, type Doctor, PROVIDERS, type Provider } from '@find-on-1688/shared'
import type { Context } from 'hono'
import type { AppEnv } from '../app-env.ts'
import { dispatcherOf } from '../app-keys/dispatcher-of.ts'
import { type App, checkSettings, type UpstreamSettings } from '../config.ts'
import { failed, passed, skipped } from '../dispatch/check.ts'

type CheckName = Check['name']
const NEEDS: Record<Provider, CheckName[]> = {
  crossborder: ['key and signature', 'token', 'crossborder upload', 'crossborder search'],
  dropship: ['key and signature', 'token', 'dropship search'],
  'image-search': ['key and signature', 'image-search'],
}

/** `GET /v1/admin/doctor`: what works against the platform, and what to do about the rest. */
export async function doctor(c: Context<AppEnv>): Promise<Response> {
  const settings = checkSettings(c.env)
  if (Array.isArray(settings)) {
    const remedy = 'Put it into worker/.dev.vars, and run npm run deploy (or npm run serve) again.'
    const checks = settings.map(
      (fault): Check => ({ ...failed('settings', `${fault}.`, remedy), code: 'not_configured' }),
    )
    const nothing: Doctor = { status: 'attention', provider: null, recommended: null, checks, apps: [] }
    return c.json(nothing)
  }
  const apps = await Promise.all(settings.apps.map((app) => diagnoseApp(c, app)))
  const recommended = apps.map((app) => app.recommended).find((provider) => provider !== null) ?? null
  const works = apps.every(({ checks }) => lacking(checks, settings.provider).length === 0)
  const answer: Doctor = {
    status: works ? 'ok' : 'attention',
    provider: settings.provider,
    recommended,
    checks: [passed('settings', 'All settings are present.'), checkCache(c, settings)],
    apps,
  }
  return c.json(answer)
}

async function diagnoseApp(c: Context<AppEnv>, { appKey }: App): Promise<Doctor['apps'][number]> {
  const { checks, usedToday, suspendedFor } = await dispatcherOf(c.env, appKey).diagnose(appKey)
  const recommended = PROVIDERS.find((provider) => lacking(checks, provider).length === 0) ?? null
  return { app: appKeySuffix(appKey), recommended, callsToday: usedToday, setAside: suspendedFor, checks }
}

function lacking(checks: Check[], provider: Provider): CheckName[] {
  return NEEDS[provider].filter((name) => checks.find((check) => check.name === name)?.status !== 'ok')
}

function checkCache(c: Context<AppEnv>, { cacheSeconds }: UpstreamSettings): Check {
  const name = 'cache'
  if (cacheSeconds === 0) return skipped(name, 'CACHE_SECONDS is 0: no answer is kept.')
  if (c.env.ANSWERS) return passed(name, `Answers are cached for ${cacheSeconds} s.`)
  const remedy = 'Bind a KV namespace as ANSWERS, or set CACHE_SECONDS to 0.'
  return failed(name, 'ANSWERS is not bound: no answer is kept.', remedy)
}

/** Enough for operators to tell their app keys apart. */
export function appKeySuffix(appKey: string): string {
  return `…${appKey.slice(-4)}`
}
