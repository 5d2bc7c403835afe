import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { type Api, type Case, type PlatformAnswer, uploaded } from './case.ts'

const NAMES: [Api, string][] = [
  ['upload', 'product.image.upload'],
  ['query', 'product.search.imageQuery'],
  ['detail', 'product.search.queryProductDetail'],
  ['dropship', 'alibaba.public.image.similar.offer.search'],
  ['image-search', 'alibaba.product.image.search'],
  ['grant', 'system.oauth2/getToken'],
  ['time', 'system/currentTime'],
]

/** A parameter that is a JSON text. */
const JSON_PARAMETERS = ['uploadImageParam', 'offerQueryParam', 'offerDetailParam']

interface Call {
  api: Api | undefined
  /** The form; of the cross-border APIs what is in their JSON parameter. */
  params: Record<string, unknown>
}

export interface ScriptedPlatform {
  url: string
  calls: Call[]
  /** Forgets the calls so far and answers from now on with this. */
  play(platform: Case['platform']): void
  close(): Promise<void>
}

/** A platform that checks nothing and answers what a case says. */
export async function startScriptedPlatform(): Promise<ScriptedPlatform> {
  const calls: Call[] = []
  let script: Case['platform'] = {}

  const answerTo = (api: Api | undefined): PlatformAnswer => {
    const answers = api && (script[api] ?? (api === 'upload' ? uploaded() : undefined))
    if (!answers) return { status: 599, body: `no answer to ${api}` }
    const list = Array.isArray(answers) ? answers : [answers]
    const made = calls.filter((call) => call.api === api).length
    return list[Math.min(made, list.length) - 1] ?? uploaded()
  }

  const server = createServer(async (request, response) => {
    const [api] = NAMES.find(([, name]) => request.url?.includes(name)) ?? []
    calls.push({ api, params: await paramsOf(request) })
    const { status = 200, body } = answerTo(api)
    response.writeHead(status, { 'Content-Type': 'application/json;charset=UTF-8' })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/openapi`,
    calls,
    play: (platform) => {
      script = platform
      calls.length = 0
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function paramsOf(request: IncomingMessage): Promise<Call['params']> {
  const form = Object.fromEntries(new URLSearchParams(await text(request)))
  const name = JSON_PARAMETERS.find((parameter) => form[parameter] !== undefined)
  return name ? (JSON.parse(form[name] ?? '') as Call['params']) : form
}
