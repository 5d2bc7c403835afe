import { createHash } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ServiceAnswer } from './answer.ts'
import { aop } from './aop.ts'
import { type Arrival, mostInWindow, preciseNow, Throttle } from './arrivals.ts'
import { type Catalogue, openCatalogue } from './catalogue/index.ts'
import { control } from './control.ts'
import { type Fault, type FaultOptions, Faults, playOnWire, WIRE_FAULTS } from './faults.ts'
import { jsonObject, readForm } from './form.ts'
import { imageSearch } from './image-search.ts'
import { type Dialect, platformFailure } from './platform-failures.ts'
import { dailyRates } from './rates.ts'
import type { GatewayApp, GatewayOptions, ServiceCall } from './service.ts'
import { Codes, getToken } from './tokens.ts'

const PREFIX = '/openapi/param2/1/'
const RATES = '/rates/eurofxref-daily.xml'
const GET_TOKEN = 'system.oauth2/getToken/'
const IMAGE_SEARCH = /^com\.alibaba\.product\/alibaba\.product\.image\.search\/?$/

export type { Fault, GatewayApp, GatewayOptions }

export interface Gateway {
  /** What a worker takes as GATEWAY_URL. */
  url: string
  /** What a worker takes as RATES_URL. */
  ratesUrl: string
  /** The headers that came with each request for the rates. */
  ratesAsked: IncomingHttpHeaders[]
  catalogue: Catalogue
  arrivals: Arrival[]
  maxArrivalsPerSecond(): number
  setFault(fault: Fault, options?: FaultOptions): void
  clearFaults(): void
  /** The apps as the platform knows them; changes take effect at once. */
  apps: GatewayApp[]
  /** The code an app receives after a person's consent. */
  issueCode(appKey: string): string
  close(): Promise<void>
}

/** A fake of the platform's gateway on loopback: as strict as the real one is documented to be, and it really searches. */
export async function startGateway(overrides: GatewayOptions): Promise<Gateway> {
  const options = {
    port: 0,
    maxQps: 3,
    latencyMs: 0,
    maxUploadBytes: 300 * 1024,
    now: preciseNow,
    ...overrides,
  }
  const catalogue = await openCatalogue()
  const arrivals: Arrival[] = []
  const ratesAsked: IncomingHttpHeaders[] = []
  const faults = new Faults()
  const apps = [{ ...overrides }, ...(overrides.others ?? []).map((app) => ({ ...app }))]
  const appOf = (appKey: string | undefined) => apps.find((app) => app.appKey === appKey)
  const throttles = new Map(apps.map(({ appKey }) => [appKey, new Throttle(options.maxQps)]))
  const codes = new Codes()
  const imageIds: ServiceCall['imageIds'] = new Map()
  let origin = ''

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<unknown> => {
    const at = options.now()
    const path = new URL(request.url ?? '/', 'http://gateway').pathname
    if (path.startsWith('/img/')) return servePicture(catalogue, origin, path, request, response)
    if (path === RATES) {
      ratesAsked.push(request.headers)
      return serveRates(faults, response)
    }
    if (path.startsWith('/__gateway/')) return control(path, request, response, arrivals, faults)
    if (!path.startsWith(PREFIX)) return response.writeHead(404).end()
    const api = path.slice(PREFIX.length)
    const arrival: Arrival = { at, api: api.replace(/\/\d*$/, ''), outcome: 'unanswered', serviceMs: 0 }
    arrivals.push(arrival)
    const fault = faults.take(api)
    try {
      const form = await readForm(request)
      const wire = WIRE_FAULTS.some((name) => name === fault?.fault)
      if (fault && wire && (await playOnWire(fault, response))) {
        arrival.outcome = fault.fault
        return
      }
      const isImageSearch = IMAGE_SEARCH.test(api)
      const dialect = dialectOf(api, isImageSearch)
      const appKey = isImageSearch ? form.app_key : api.split('/')[2]
      if (appKey) arrival.appKey = appKey
      arrival.sentAt = Number(form.timestamp ?? form._aop_timestamp)
      const base64 = form.imgBase64 ?? jsonObject(form.uploadImageParam)?.imageBase64
      if (typeof base64 === 'string')
        arrival.pictureSha256 = createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex')
      const admitted = throttles.get(appKey ?? '')?.admits(at) ?? true
      const call: ServiceCall = {
        form,
        options,
        appOf,
        pictureAt: async (url) => catalogue.picture(/\/img\/(?:ibank\/)?([^/]+)\.jpg$/.exec(url)?.[1] ?? ''),
        catalogue,
        pictures: `${origin}/img`,
        fault: fault?.fault,
        imageIds,
        refusal: () =>
          (!admitted ? platformFailure('throttle', dialect, form) : undefined) ??
          (fault && platformFailure(fault.fault, dialect, form)),
      }
      const startedAt = preciseNow()
      const answer = api.startsWith(GET_TOKEN)
        ? getToken(appOf(appKey), form, codes, fault?.fault)
        : await (isImageSearch ? imageSearch(call) : aop(api, call))
      if (answer.outcome === 'ok') await sleep(options.latencyMs)
      arrival.serviceMs = preciseNow() - startedAt
      arrival.answeredAt = options.now()
      send(response, answer, arrival)
    } catch (error) {
      arrival.outcome = `broken: ${error}`
      if (!response.headersSent) response.writeHead(error instanceof RangeError ? 413 : 500).end()
    }
  }
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy())
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port, '127.0.0.1', resolve)
  })
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: `${origin}/openapi`,
    ratesUrl: origin + RATES,
    ratesAsked,
    catalogue,
    arrivals,
    apps,
    issueCode: (appKey) => codes.issue(appKey),
    maxArrivalsPerSecond: () => mostInWindow(arrivals.map(({ at }) => at)),
    setFault: (fault, faultOptions) => faults.set(fault, faultOptions),
    clearFaults: () => faults.clear(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function dialectOf(api: string, isImageSearch: boolean): Dialect {
  if (isImageSearch) return 'image-search'
  return api.includes('similar.offer.search') ? 'dropship' : 'crossborder'
}

function send(response: ServerResponse, { status, body, outcome }: ServiceAnswer, arrival: Arrival): void {
  arrival.outcome = outcome
  response.writeHead(status, { 'Content-Type': 'application/json;charset=UTF-8' }).end(JSON.stringify(body))
}

/** The bank's daily file, or a fault set for it by name: `api: 'rates'`. */
async function serveRates(faults: Faults, response: ServerResponse): Promise<void> {
  const fault = faults.take('rates', true)
  if (fault && (await playOnWire(fault, response))) return
  const today = new Date().toISOString().slice(0, 10)
  response.writeHead(200, { 'Content-Type': 'text/xml' }).end(dailyRates(today))
}

/** Like the platform's picture host: no CORS headers, and no pictures for foreign pages. */
async function servePicture(
  catalogue: Catalogue,
  origin: string,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const foreign = request.headers.referer !== undefined && !request.headers.referer.startsWith(origin)
  const picture = foreign ? undefined : await catalogue.picture(path.slice('/img/'.length, -'.jpg'.length))
  if (!picture) {
    response.writeHead(foreign ? 403 : 404).end()
    return
  }
  response.writeHead(200, { 'Content-Type': 'image/jpeg', 'Cache-Control': 'max-age=86400' }).end(picture)
}
